// A peer of the Rig: the product's two commands in Fastify and ioredis, a script each. server.mjs PORT REDIS_PORT KEY REFERENCE HOURS_AHEAD
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import Redis from 'ioredis';

const [port, redisPort, key, reference, ahead] = process.argv.slice(2);
const perDay = Number(process.env.Roses__PerDay ?? 5), receipts = 20, hour = 3_600_000, prefix = '{jiangmen}:';
const read = name => JSON.parse(readFileSync(`${reference}/${name}.json`, 'utf8'))[name];
const organisations = read('organisations'), companies = read('companies'), presets = new Map(read('reasons').map(one => [one.id, new Set(one.presets.map(preset => preset.id))]));
let skew = Number(ahead) * hour;

// Commands that wait for the same turn of the loop travel together.
const redis = new Redis({ host: '127.0.0.1', port: Number(redisPort), enableAutoPipelining: true, maxRetriesPerRequest: 1 });
redis.defineCommand('send', { numberOfKeys: 6, lua: readFileSync(new URL('send.lua', import.meta.url), 'utf8') });
redis.defineCommand('claim', { numberOfKeys: 10, lua: readFileSync(new URL('claim.lua', import.meta.url), 'utf8') });

const mac = (...parts) => createHmac('sha256', key).update(parts.join('\0')).digest().subarray(0, 16).toString('base64url');
const same = (a, b) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
const now = () => Date.now() + skew;
const dayOf = at => Number(new Date(at + 8 * hour).toISOString().slice(0, 10).replaceAll('-', ''));
function weekOf(at) {
    const day = new Date(at + 8 * hour);
    return dayOf(at - ((day.getUTCDay() + 6) % 7) * 24 * hour);
}

const app = Fastify({ logger: false, keepAliveTimeout: 120_000 });
const statuses = { Invalid: 400, TooOld: 400, SignInRequired: 401, NotFound: 404, AllowanceUsed: 409, AlreadyClaimed: 409, OwnRose: 409, NotForYou: 403, CommandReused: 409, Expired: 410, OutcomeUnknown: 503 };
const refuse = (reply, outcome, field) => reply.code(statuses[outcome] ?? 409).type('application/problem+json').send({ title: outcome, outcome, field });
app.setErrorHandler((error, _, reply) => error.validation ? refuse(reply, 'Invalid', 'body') : refuse(reply.header('retry-after', 2), 'OutcomeUnknown'));

app.decorateRequest('me', '');
async function signedIn(request, reply) {
    const [id, seal] = (request.headers.authorization ?? '').replace('Bearer ', '').split('.');
    if (!id || !seal || !same(seal, mac('session', id))) return refuse(reply, 'SignInRequired');
    request.me = id;
}

// A UUIDv7 of the last 24 hours.
function commandFault(command) {
    if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(command ?? '')) return 'Invalid';
    return parseInt(command.slice(0, 8) + command.slice(9, 13), 16) < Date.now() - 24 * hour ? 'TooOld' : null;
}

const text = { type: 'string', maxLength: 64 };
const sendBody = { type: 'object', properties: { commandId: text, reason: text, preset: text, to: { type: ['string', 'null'], maxLength: 64 }, anonymous: { type: 'boolean' } } };
app.post('/api/v1/roses', { preHandler: signedIn, schema: { body: sendBody } }, async (request, reply) => {
    const { commandId, reason, preset, to = '', anonymous = false } = request.body;
    const fault = commandFault(commandId);
    if (fault) return refuse(reply, fault, 'commandId');
    if (!presets.get(reason)?.has(preset)) return refuse(reply, 'Invalid', presets.has(reason) ? 'preset' : 'reason');
    const me = request.me, rose = mac('rose', me, commandId), at = now(), day = dayOf(at), due = at + 24 * hour;
    const content = createHash('sha256').update([reason, preset, to ?? '', anonymous].join('\0')).digest('base64url').slice(0, 12);
    const [outcome, remaining, born] = await redis.send(`${prefix}person:${me}`, `${prefix}rose:${rose}`, `${prefix}sent:${me}`, prefix + 'totals', prefix + 'sent', prefix + 'agenda',
        at, day, perDay, content, rose, me, due, to ?? '', reason, preset, anonymous ? 1 : 0);
    if (outcome !== 'Done') return refuse(reply, outcome);
    const secret = mac('secret', rose, 1);
    return reply.code(201).header('location', `/api/v1/roses/${rose}`).send({
        roseId: rose, secret, link: `http://127.0.0.1:${port}/r/${rose}?k=${secret}`, expiresAt: new Date(Number(born) + 24 * hour).toISOString(), remainingToday: Number(remaining), held: false,
    });
});

const claimBody = { type: 'object', properties: { commandId: text, secret: { type: ['string', 'null'], maxLength: 64 } } };
app.post('/api/v1/roses/:rose/claim', { preHandler: signedIn, schema: { body: claimBody } }, async (request, reply) => {
    const { commandId, secret } = request.body, { rose } = request.params, me = request.me;
    const fault = commandFault(commandId);
    if (fault) return refuse(reply, fault, 'commandId');
    if (!/^[A-Za-z0-9_-]{22}$/.test(rose)) return refuse(reply, 'NotFound');
    const at = now(), day = dayOf(at), right = secret ? same(secret, mac('secret', rose, 1)) : false;
    const [outcome, hop, counted] = await redis.claim(`${prefix}rose:${rose}`, `${prefix}person:${me}`, prefix + 'totals', prefix + 'claimed', prefix + 'agenda',
        `${prefix}pairs:${day}`, `${prefix}receipts:${day}`, `${prefix}received:${me}`, `${prefix}held:${me}`, prefix + 'latest',
        at, day, weekOf(at), rose, me, right ? 1 : 0, commandId, receipts, prefix);
    return outcome === 'Done' ? reply.send({ state: 'Claimed', hop: Number(hop), counted: counted === '1' }) : refuse(reply, outcome);
});

// Signing in is not what is measured: a code is whoever it names.
app.post('/emulator/jscode', async request => ({ code: request.body.persona }));
app.post('/emulator/clock', async () => { skew += 24 * hour; return {}; });
app.post('/api/v1/session', async request => {
    const number = /^..(\d{6})$/.exec(request.body.code)?.[1], id = randomBytes(16).toString('base64url');
    const organisation = number ? organisations[Number(number) % organisations.length].id : '';
    const company = number && Number(number) % 3 === 0 ? companies[Math.floor(Number(number) / 3) % companies.length].id : '';
    await redis.hset(`${prefix}person:${id}`, { since: now(), day: 0, sent: 0, organisation, company });
    return { token: `${id}.${mac('session', id)}`, participantId: id };
});

await redis.ping();
await app.listen({ host: '127.0.0.1', port: Number(port) });
console.log(`Ready: http://127.0.0.1:${port}`);
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, async () => { await app.close(); redis.disconnect(); process.exit(0); });
