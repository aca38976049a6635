// Kept here, then sent: one key, one act.
const form = document.getElementById('log'), box = document.querySelector('[data-drafts]'), me = box?.dataset.drafts;

const store = (mode, work) => new Promise((ok, no) => {
    const ask = indexedDB.open('courier');
    ask.onupgradeneeded = () => ask.result.createObjectStore('drafts', { keyPath: 'commandId' });
    ask.onerror = no;
    ask.onsuccess = () => {
        const deal = ask.result.transaction('drafts', mode), got = work(deal.objectStore('drafts'));
        deal.oncomplete = () => { ask.result.close(); ok(got.result); };
        deal.onabort = no;
    };
});
const put = d => store('readwrite', s => s.put(d)), drop = d => store('readwrite', s => s.delete(d.commandId));
const mine = async () => (await store('readonly', s => s.getAll())).filter(d => d.me === me);

// UUIDv7: 48 bits say when.
const key = () => (Date.now().toString(16).padStart(12, '0') + [...crypto.getRandomValues(new Uint8Array(9))].map(b => b.toString(16).padStart(2, '0')).join(''))
    .replace(/(.{8})(.{4})(.{3})(.{3})(.{12}).*/, '$1-$2-7$3-8$4-$5');

async function show() {
    const drafts = await mine();
    box.hidden = !drafts.length;
    box.querySelector('ul').replaceChildren(...drafts.map(d => {
        const row = document.createElement('li');
        row.append(d.title, box.dataset[d.fault ?? 'waits'] ?? (d.why || box.dataset.refused));
        if (d.fault) {
            const off = document.createElement('button');
            Object.assign(off, { className: 'line', textContent: box.dataset.drop, onclick: () => drop(d).then(show) });
            row.append(off);
        }
        return row;
    }));
}

let line = Promise.resolve();
const send = () => line = line.then(flush, flush);

async function flush() {
    let id, skip = 0;
    for (let d; d = (await mine()).filter(d => !d.fault)[skip];) {
        const body = new FormData();
        for (const name in d) if (d[name]) body.append(name, d[name]);
        try {
            const got = await fetch(form.dataset.api, { method: 'POST', body, headers: { RequestVerificationToken: form.elements.__token.value } }), said = await got.json();
            if (got.ok) await drop(d).then(() => id = said.actId);
            else if (got.status < 500 && ![401, 429].includes(got.status)) await put({ ...d, fault: said.outcome, why: said.field == 'photo' && '：' + said.reason });
            else if (said.field == 'photo') skip++;
            else break;
        } catch { break; }
    }
    await show();
    return id;
}

async function tapped(e) {
    const { value, children } = e.submitter, { place, note, photo } = form.elements;
    e.preventDefault();
    await put({ commandId: key(), me, kind: value, title: children[1].textContent, place: place.value, note: note.value, photo: photo.files[0] });
    form.reset();
    const id = await send();
    if (id) location.assign(`/courier/acts/${id}?fresh=true`);
}

if (form) send().then(() => {
    form.onsubmit = tapped;
    box.lastElementChild.onclick = window.ononline = send;
}, () => {});
