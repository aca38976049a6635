// An act is first kept on this phone, then sent. One key for each act, so however often it is sent it is logged once.
const form = document.getElementById('log'), box = document.querySelector('[data-drafts]');
const open = () => new Promise((ok, no) => {
    const ask = indexedDB.open('courier', 1);
    ask.onupgradeneeded = () => ask.result.createObjectStore('drafts', { keyPath: 'commandId' });
    ask.onsuccess = () => ok(ask.result);
    ask.onerror = no;
});
const act = async (mode, work) => {
    const db = await open(), deal = db.transaction('drafts', mode), ask = work(deal.objectStore('drafts'));
    return new Promise((ok, no) => {
        deal.oncomplete = () => { db.close(); ok(ask.result); };
        deal.onabort = deal.onerror = no;
    });
};

// UUID version 7: the first 48 bits are the instant.
function key() {
    const hex = [...crypto.getRandomValues(new Uint8Array(10))].map(b => b.toString(16).padStart(2, '0')).join('');
    const time = Date.now().toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${(8 + (parseInt(hex[3], 16) & 3)).toString(16)}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}

const mine = async () => (await act('readonly', s => s.getAll())).filter(d => d.me === box.dataset.drafts);

async function show() {
    const drafts = await mine(), list = box.querySelector('ul');
    list.replaceChildren(...drafts.map(d => {
        const row = document.createElement('li'), text = document.createElement('span'), why = document.createElement('small');
        why.textContent = d.fault ? box.dataset[d.fault === 'DailyLimit' ? 'full' : 'refused'] : box.dataset.waits;
        text.append(d.title, why);
        row.append(text);
        if (d.fault) {
            const drop = Object.assign(document.createElement('button'), { type: 'button', className: 'line', textContent: box.dataset.drop });
            drop.onclick = () => act('readwrite', s => s.delete(d.commandId)).then(show);
            row.append(drop);
        }
        return row;
    }));
    box.hidden = !drafts.length;
}

let sending;
const send = () => sending ??= flush().finally(() => { sending = undefined; });

async function flush() {
    let last;
    for (const d of (await mine()).filter(d => !d.fault)) {
        const body = new FormData();
        for (const name of ['commandId', 'kind', 'place', 'note', 'photo']) if (d[name]) body.append(name, d[name]);
        try {
            const got = await fetch(form.dataset.api, { method: 'POST', body, headers: { RequestVerificationToken: form.elements.__token.value } });
            const said = await got.json();
            if (got.ok) {
                await act('readwrite', s => s.delete(d.commandId));
                last = said.actId;
            } else if (got.status < 500 && ![401, 429].includes(got.status)) {
                await act('readwrite', s => s.put({ ...d, fault: said.outcome }));
            }
        } catch { break; /* no network: it stays here */ }
    }
    await show();
    return last;
}

async function begin() {
    await act('readonly', s => s.count()); // private mode: the form works as any form
    form.addEventListener('submit', async e => {
        const kind = e.submitter;
        if (kind?.name !== 'kind') return;
        e.preventDefault();
        const { place, note, photo } = form.elements;
        await act('readwrite', s => s.put({
            commandId: key(), me: box.dataset.drafts, kind: kind.value, title: kind.querySelector('b').textContent,
            place: place.value, note: note.value, photo: photo.files[0],
        }));
        form.reset();
        const id = await send();
        if (id) location.assign('/courier/acts/' + id + '?fresh=true');
    });
    box.querySelector('[data-retry]').onclick = send;
    addEventListener('online', send);
    addEventListener('pageshow', send);
    send();
}

if (form && window.indexedDB) begin().catch(() => {});
