// The stage of the big screen: its place, its numbers, its one moment.
export const stage = document.querySelector('.stage');
const shown = {};
const calm = matchMedia('(prefers-reduced-motion: reduce)');

// 16:9, or 32:9 where the screen is that wide: always the whole stage, never a part of it.
let nudge = 0;
export function fit() {
    const ultra = innerWidth / innerHeight > 2.6;
    stage.classList.toggle('ultra', ultra);
    const width = ultra ? 3840 : 1920, scale = Math.min(innerWidth / width, innerHeight / 1080);
    // Two pixels to another side every ten minutes, so that no line burns in.
    const [dx, dy] = [[0, 0], [2, 0], [2, 2], [0, 2], [-2, 0], [-2, -2], [0, -2]][nudge % 7];
    stage.style.transform = `translate(${(innerWidth - width * scale) / 2 + dx}px, ${(innerHeight - 1080 * scale) / 2 + dy}px) scale(${scale})`;
}

/** A little to another side. */
export function shift() {
    nudge++;
    fit();
}

export function count(el, to) {
    const from = shown[el.dataset.number] ?? to, begun = performance.now();
    shown[el.dataset.number] = to;
    const put = n => { el.textContent = n.toLocaleString('en-US'); };
    if (from === to || calm.matches) return put(to);
    requestAnimationFrame(function step(now) {
        if (shown[el.dataset.number] !== to) return; // a newer number came
        const part = Math.min(1, (now - begun) / 900);
        put(Math.round(from + (to - from) * part));
        if (part < 1) requestAnimationFrame(step);
    });
}

const scene = stage.querySelector('.moment');
let ending;
export function moment(number) {
    scene.querySelector('.mark-number').textContent = number.toLocaleString('en-US');
    scene.hidden = false;
    clearTimeout(ending);
    ending = setTimeout(() => { scene.hidden = true; }, 30000);
}
