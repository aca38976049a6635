// The big screen. It begins with the numbers in the page, lives on server-sent events, and keeps what it has while they stay away.
import { count, fit, moment, shift, stage } from './wall-stage.js';
import { ago, bars, districts, newest } from './wall-lists.js';
import { bloom, vine } from './wall-vine.js';

const words = stage.dataset;
const moments = words.moments.split(',').filter(Boolean).map(Number);
let last, highest = 0, heard = Number(words.kept) || Date.now(), wait = 3000, source;

function show(now) {
    for (const el of stage.querySelectorAll('[data-number]')) count(el, now[el.dataset.number]);
    districts(now.districts);
    newest(now.newest);
    bars('companies', now.companies);
    bars('teams', now.teams);
    vine(now.days);
    // Once, and only live: a screen that starts later has missed it.
    const passed = last ? moments.filter(at => highest < at && at <= now.claimed) : [];
    if (passed.length > 0) moment(passed.at(-1));
    bloom(now, last);
    [last, highest] = [now, Math.max(highest, now.claimed)]; // a void takes one back: the moment does not come again
}

function listen() {
    source?.close();
    source = new EventSource(words.feed);
    source.addEventListener('wall', event => {
        [heard, wait] = [Date.now(), 3000];
        try { show(JSON.parse(event.data)); } catch { /* the next one */ }
    });
    source.onerror = () => {
        if (source.readyState !== EventSource.CLOSED) return; // it tries again by itself
        setTimeout(listen, wait);
        wait = Math.min(wait * 2, 60000);
    };
}

const age = stage.querySelector('.age');
function tick() {
    const seconds = Math.round((Date.now() - heard) / 1000), old = seconds > 15;
    const clock = new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' });
    age.textContent = `${clock} · ${(old ? words.old : words.fresh).replace('{0}', seconds)}`;
    age.classList.toggle('old', old);
    if (seconds > 90 && seconds % 60 === 0) listen(); // a connection that is dead without saying so
    for (const time of stage.querySelectorAll('time')) time.textContent = ago(Number(time.dataset.at));
}

// A new page each night at four, but only when the site answers: a screen never shows a browser's error.
let renewed = new Date().getDate();
async function renew() {
    const now = new Date();
    if (now.getDate() === renewed || now.getHours() < 4) return;
    try {
        if ((await fetch(location.href, { cache: 'no-store' })).ok) location.reload();
    } catch { /* in ten minutes again */ }
}

addEventListener('resize', () => { fit(); if (last) vine(last.days); });
fit();
show(JSON.parse(words.first));
tick();
listen();
navigator.serviceWorker?.register('/wall-worker.js', { scope: '/wall' }).catch(() => {}); // not over plain http
setInterval(tick, 1000);
setInterval(() => { shift(); renew(); }, 600000);
