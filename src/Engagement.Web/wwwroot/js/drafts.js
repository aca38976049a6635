// An act is kept on this phone first, then sent. It has one key, so however often it is sent it is logged once.
const form = document.getElementById('log'), box = document.querySelector('[data-drafts]');

const act = (mode, work) => new Promise((ok, no) => {
    const ask = indexedDB.open('courier', 1);
    ask.onupgradeneeded = () => ask.result.createObjectStore('drafts', { keyPath: 'commandId' });
    ask.onerror = no;
    ask.onsuccess = () => {
        const deal = ask.result.transaction('drafts', mode), got = work(deal.objectStore('drafts'));
        deal.oncomplete = () => { ask.result.close(); ok(got.result); };
        deal.onabort = no;
    };
});
const put = draft => act('readwrite', s => s.put(draft)), drop = draft => act('readwrite', s => s.delete(draft.commandId));
const mine = async () => (await act('readonly', s => s.getAll())).filter(d => d.me === box.dataset.drafts);

// UUID version 7: its first 48 bits say when.
function key() {
    const hex = Date.now().toString(16).padStart(12, '0') + [...crypto.getRandomValues(new Uint8Array(9))].map(b => b.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{3})(.{3})(.{12}).*/, '$1-$2-7$3-8$4-$5');
}

async function show() {
    const drafts = await mine();
    box.hidden = !drafts.length;
    box.querySelector('ul').replaceChildren(...drafts.map(d => {
        const row = document.createElement('li'), why = document.createElement('small');
        why.textContent = box.dataset[!d.fault ? 'waits' : d.fault === 'DailyLimit' ? 'full' : 'refused'];
        row.append(d.title, why);
        if (d.fault) {
            const off = Object.assign(document.createElement('button'), { type: 'button', className: 'line', textContent: box.dataset.drop });
            off.onclick = () => drop(d).then(show);
            row.append(off);
        }
        return row;
    }));
}

let line = Promise.resolve();
const send = () => line = line.then(flush, flush);

async function flush() {
    const tried = new Set();
    let last;
    for (let d; d = (await mine()).find(d => !d.fault && !tried.has(d.commandId));) {
        tried.add(d.commandId);
        const body = new FormData();
        for (const name of ['commandId', 'kind', 'place', 'note', 'photo']) if (d[name]) body.append(name, d[name]);
        try {
            const got = await fetch(form.dataset.api, { method: 'POST', body, headers: { RequestVerificationToken: form.elements.__token.value } });
            const said = await got.json();
            if (got.ok) await drop(d).then(() => last = said.actId);
            else if (got.status < 500 && got.status !== 401 && got.status !== 429) await put({ ...d, fault: said.outcome });
        } catch { break; /* no network: it stays here */ }
    }
    await show();
    return last;
}

async function tapped(e) {
    const kind = e.submitter, { place, note, photo } = form.elements;
    if (kind?.name !== 'kind') return;
    e.preventDefault();
    await put({
        commandId: key(), me: box.dataset.drafts, kind: kind.value, title: kind.querySelector('b').textContent,
        place: place.value, note: note.value, photo: photo.files[0],
    });
    form.reset();
    const id = await send();
    if (id) location.assign('/courier/acts/' + id + '?fresh=true');
}

if (form) send().then(() => {
    form.addEventListener('submit', tapped); // where nothing can be kept, the form goes as any form
    box.querySelector('[data-retry]').onclick = send;
    addEventListener('online', send);
}, () => {});
