// Keeps a station's screen current: asks for the next code when this one ends, and every few seconds for the stock.
const screen = document.querySelector('[data-screen]');
let next;

async function ask() {
    clearTimeout(next);
    try {
        const answer = await fetch(screen.dataset.screen, { credentials: 'same-origin' });
        if (answer.status === 204) return location.reload(); // the shift is over
        if (answer.ok) screen.innerHTML = await answer.text();
    } catch { /* the code on the screen stays until the network is back */ }
    wait();
}

function wait() {
    const left = Number(screen.querySelector('[data-next]')?.dataset.next) || 5000;
    next = setTimeout(ask, Math.min(left, 5000) + 50);
}

wait();
document.addEventListener('visibilitychange', () => { if (!document.hidden) ask(); });
if ('wakeLock' in navigator) navigator.wakeLock.request('screen').catch(() => { /* it may go dark */ });
