// Ticks without network wait on this phone, with its time and count; sent later, each is taken once.
const box = document.querySelector('[data-queue]'), list = box.querySelector('ul'), name = 'roll:' + box.dataset.mine;
const read = (key, other) => { try { return JSON.parse(localStorage.getItem(key)) ?? other; } catch { return other; } };
const write = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; } };

function keep(form) {
    const counter = read('roll:count', 0) + 1, { who, shift, side } = form.elements;
    const tick = { who: who.value, shift: +shift.value, side: side.value, at: Date.now(), counter, name: form.dataset.tick };
    if (!write('roll:count', counter) || !write(name, [...read(name, []).filter(t => t.who !== tick.who || t.shift !== tick.shift || t.side !== tick.side), tick])) return form.submit();
    form.toggleAttribute('data-waits', true);
    const button = form.querySelector('button');
    if (form.dataset.then) [side.value, button.textContent, form.dataset.then] = ['Out', form.dataset.then, ''];
    else button.disabled = true;
    button.removeAttribute('aria-label');
    show();
}

function show() {
    for (const tick of read(name, [])) say(tick, box.dataset.kept);
    box.hidden = !list.children.length;
}

function say(tick, text) {
    const row = list.querySelector(`[data-n="${tick.counter}"]`) ?? list.appendChild(document.createElement('li'));
    [row.dataset.n, row.textContent] = [tick.counter, `${tick.name} · ${text}`];
}

async function send() {
    const entries = read(name, []).slice(0, 500);
    if (!entries.length || !navigator.onLine) return;
    let answers;
    try {
        const got = await fetch(box.dataset.queue, {
            method: 'POST', headers: { 'content-type': 'application/json', RequestVerificationToken: box.querySelector('[name=__token]').value },
            body: JSON.stringify({ sentAt: Date.now(), entries: entries.map(({ name, ...tick }) => tick) }),
        });
        if (!got.ok) return;
        ({ answers } = await got.json());
    } catch { return; }
    for (const answer of answers) say(entries.find(t => t.counter === answer.counter), answer.text);
    write(name, read(name, []).filter(t => !answers.some(answer => answer.counter === t.counter)));
    send();
}

// A tick that did not get through is kept; one that did is the page's own business.
document.addEventListener('submit', async e => {
    const form = e.target.closest('[data-tick]');
    if (!form) return;
    e.preventDefault();
    if (!navigator.onLine) return keep(form);
    try {
        const got = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: AbortSignal.timeout?.(8000) });
        got.redirected ? location.assign(got.url) : form.submit();
    } catch { keep(form); }
});

box.querySelector('form').addEventListener('submit', e => { e.preventDefault(); send(); });
addEventListener('online', send);
show();
send();
