// Keeps the city's numbers current: server-sent events while the page is visible, polling when they do not arrive.
const root = document.querySelector('[data-live-from]');
let source, quiet, poll, faults = 0;

function show(city) {
    for (const el of document.querySelectorAll('[data-live]')) {
        const value = city[el.dataset.live];
        if (Number.isFinite(value)) el.textContent = value.toLocaleString('en-US');
    }
}

async function ask() {
    try {
        const answer = await fetch(root.dataset.poll, { headers: { accept: 'application/json' } });
        if (answer.ok) {
            const body = await answer.json();
            show(body.city ?? body);
        }
    } catch { /* the numbers on the page stay as they are */ }
}

function fallBack() {
    stop();
    ask();
    poll = setInterval(ask, 20000);
}

function start() {
    stop();
    if (!window.EventSource || faults > 1) return fallBack();
    source = new EventSource(root.dataset.liveFrom);
    quiet = setTimeout(fallBack, 10000);
    source.addEventListener('city', e => {
        clearTimeout(quiet);
        faults = 0;
        try { show(JSON.parse(e.data)); } catch { /* next event */ }
    });
    source.onerror = () => { if (++faults > 1 || source.readyState === EventSource.CLOSED) fallBack(); };
}

function stop() {
    source?.close();
    source = undefined;
    clearTimeout(quiet);
    clearInterval(poll);
}

if (root) {
    addEventListener('pagehide', stop);
    addEventListener('pageshow', start);
    document.addEventListener('visibilitychange', () => document.hidden ? stop() : start());
}
