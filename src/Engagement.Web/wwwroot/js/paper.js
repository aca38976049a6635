// Scans without network wait on this phone, with its time and count.
const find = name => document.querySelector(`[data-${name}]`), form = find('paper'), box = find('queue'), list = box?.querySelector('ul');
const read = (key, other) => { try { return JSON.parse(localStorage.getItem(key)) ?? other; } catch { return other; } };
const write = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; } };

// UUIDv7 of the first sending: a key must be young then.
function uuid7() {
    const bytes = crypto.getRandomValues(new Uint8Array(16)), now = Date.now();
    for (let i = 0; i < 6; i++) bytes[i] = now / 2 ** (40 - 8 * i) % 256;
    bytes[6] = bytes[6] & 15 | 112;
    bytes[8] = bytes[8] & 63 | 128;
    const hex = [...bytes].map(b => b.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

form?.addEventListener('submit', e => {
    const code = form.dataset.paper || form.elements.code?.value.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
    if (navigator.onLine || !code) return;
    const counter = read('paper:count', 0) + 1;
    if (!write('paper:count', counter) || !write('paper:queue', [...read('paper:queue', []), { code, at: new Date().toISOString(), counter }])) return;
    e.preventDefault();
    const said = Object.assign(document.createElement('p'), { role: 'status', className: 'note', textContent: form.dataset.kept });
    form.before(said);
    show();
});

function show() {
    if (!box) return;
    for (const scan of read('paper:queue', [])) say(scan, 'wait');
    box.hidden = !list.children.length;
}

function say(scan, word) {
    const row = list.querySelector(`[data-n="${scan.counter}"]`) ?? list.appendChild(document.createElement('li'));
    [row.dataset.n, row.textContent] = [scan.counter, `${scan.code} · ${list.dataset[word]}`];
}

async function send() {
    if (!box || form.dataset.guest || !navigator.onLine) return;
    for (const scan of read('paper:queue', [])) {
        scan.command ??= uuid7();
        write('paper:queue', read('paper:queue', []).map(one => one.counter === scan.counter ? scan : one));
        let answer, body = {};
        try {
            answer = await fetch(`/api/v1/paper/${scan.code}/take`, {
                method: 'POST', headers: { 'content-type': 'application/json', RequestVerificationToken: box.querySelector('[name=__token]').value },
                body: JSON.stringify({ commandId: scan.command, scannedAt: scan.at, counter: scan.counter }),
            });
            body = await answer.json();
        } catch { /* offline */ }
        if (!answer || answer.status === 401 || answer.status === 429 || answer.status >= 500) return;
        write('paper:queue', read('paper:queue', []).filter(one => one.counter !== scan.counter));
        say(scan, body.outcome ? 'lost' : body.waits ? 'waits' : 'done');
    }
}

box?.querySelector('[data-send] button').addEventListener('click', send);
addEventListener('online', send);
show();
send();
