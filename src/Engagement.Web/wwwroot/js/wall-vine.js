// The last days as a vine: it rises with what was taken, a leaf for each day, today in bloom.
import { stage } from './wall-stage.js';
const words = stage.dataset, NS = 'http://www.w3.org/2000/svg';
let drawn = '';

function part(name, attributes) {
    const el = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) el.setAttribute(key, value);
    return el;
}

// The rose that came farthest, drawn by the site.
export function bloom(now, last) {
    const box = stage.querySelector('.chain');
    box.classList.toggle('bare', now.longestChain === 0);
    if (last && last.rose !== now.rose) box.querySelector('.bloom').innerHTML = now.rose;
}

export function vine(days) {
    const box = stage.querySelector('.days'), svg = box.querySelector('svg');
    const most = Math.max(...days.map(day => day.count), 0);
    box.classList.toggle('bare', most === 0);
    const width = svg.clientWidth, height = svg.clientHeight, state = JSON.stringify([days, width, height]);
    if (most === 0 || width === 0 || state === drawn) return;
    drawn = state;
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const top = 30, foot = height - 34, step = (width - 40) / Math.max(1, days.length - 1);
    const at = days.map((day, i) => [20 + i * step, foot - (foot - top) * day.count / most]);
    const line = at.map(([x, y], i) => i === 0 ? `M${x} ${y}` : `C${x - step / 2} ${at[i - 1][1]} ${x - step / 2} ${y} ${x} ${y}`).join('');
    const leaves = at.slice(0, -1).map(([x, y], i) => i % 2 ? `M${x} ${y}q4 12 17 11q-4 -12 -17 -11Z` : `M${x} ${y}q4 -12 17 -11q-4 12 -17 11Z`).join('');
    const [x, y] = at.at(-1), highest = days.findIndex(day => day.count === most), last = days.length - 1;
    const label = (i, y) => part('text', { x: Math.min(Math.max(at[i][0], 0), width), y, 'text-anchor': at[i][0] > width * .6 ? 'end' : at[i][0] < width * .4 ? 'start' : 'middle' });
    const peak = label(highest, at[highest][1] - 16);
    peak.textContent = words.day.replace('{0}', days[highest].day).replace('{1}', most.toLocaleString('en-US'));
    const first = label(0, height - 4), now = label(last, height - 4);
    [first.textContent, now.textContent] = [days[0].day, days[last].day];
    svg.replaceChildren(part('path', { class: 'ground', d: `M0 ${foot + 6}H${width}` }), part('path', { class: 'twig', d: line }), part('path', { class: 'leaf', d: leaves }),
        part('circle', { class: 'bud', cx: x, cy: y, r: 9 }), peak, first, now);
}
