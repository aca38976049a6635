// Writes ldnoobw.txt from the npm package naughty-words and this project's judgement in review.txt:
// `npm ci && npm run extract` in this folder. The result is checked in and embedded in the program.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const meta = require('naughty-words/package.json');
const here = name => new URL(name, import.meta.url);

const judged = { drop: new Set(), hold: new Set(), refuse: new Set() };
let section = null;
for (const line of readFileSync(here('review.txt'), 'utf8').split('\n').map(text => text.trim())) {
    if (!line || line.startsWith('#')) continue;
    if (line.startsWith('[')) section = judged[line.slice(1, -1)];
    else line.split(' / ').forEach(entry => section.add(entry));
}

// Of one character only those stay that mean nothing else; the rest would refuse half the language.
const aloneIsEnough = ['屄', '屌', '肏', '閪', '㞗', '𨳒', '𨳍'];
const length = word => [...word].length;
const latin = word => /^[\x20-\x7e]+$/.test(word);
const sexual = /[乳阴陰阳淫奸嫖妓精卵性交鸡雞屌肏巨肉炮荡裸裤]|情色|色情|打飞机|做爱|口交|三级片|sex|porn|cum|cock|boob|tit|nude|penis|vagina|rape|orgy|erot|fetish/u;

const seen = new Set();
const sections = new Map();
const entries = [...require('naughty-words/zh.json'), ...require('naughty-words/en.json')].map(word => word.trim());
for (const word of entries) {
    if (seen.has(word) || judged.drop.has(word)) continue;
    if (length(word) === 1 && !aloneIsEnough.includes(word)) continue;
    if (latin(word) && length(word.replace(/[^a-z0-9]/gi, '')) < 3) continue;
    seen.add(word);
    const action = judged.refuse.has(word) ? 'refuse' : judged.hold.has(word) || latin(word) ? 'hold' : 'refuse';
    const porn = sexual.test(word) || (latin(word) && action === 'hold'); // what is held in English is nearly all of that kind
    const key = `${porn ? 'porn' : 'abuse'} ${action}`;
    sections.set(key, [...sections.get(key) ?? [], word]);
}

const unknown = [...judged.drop, ...judged.hold, ...judged.refuse].filter(word => !entries.includes(word));
if (unknown.length) throw new Error(`review.txt judges entries that the source does not have: ${unknown.join(' ')}`);

const header = [
    '# List of Dirty, Naughty, Obscene, and Otherwise Bad Words, (c) 2012-2020 Shutterstock, Inc.',
    `# source: npm:naughty-words (zh, en) · version: ${meta.version} · licence: ${meta.license}, text in LICENSE.ldnoobw.txt`,
    `# changes: ${seen.size} of ${new Set(entries).size} entries kept, sorted into categories and actions; see review.txt and extract.mjs.`,
    '# generated, do not edit',
];
const body = [...sections.keys()].sort().flatMap(key => ['', `[${key}]`, ...sections.get(key)]);
writeFileSync(here('ldnoobw.txt'), [...header, ...body, ''].join('\n'));
console.log(`${seen.size} entries`, [...sections].map(([key, words]) => `${key} ${words.length}`).join(', '));
