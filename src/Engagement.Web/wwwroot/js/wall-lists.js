// What the big screen lists: the newest takings, units with bars, districts as petals.
import { stage } from './wall-stage.js';
const words = stage.dataset;
let skew = 0, begun = false; // the city's clock may be ahead of this screen's

export function ago(at) {
    const minutes = Math.floor((Date.now() - at + skew) / 60000);
    return minutes < 1 ? words.now : minutes < 60 ? words.minutes.replace('{0}', minutes) : words.hours.replace('{0}', Math.floor(minutes / 60));
}

function line(tag, text) {
    const el = document.createElement(tag);
    el.textContent = text;
    return el;
}

export function newest(hops) {
    if (hops.length > 0) skew = Math.max(skew, hops[0].at - Date.now());
    const list = stage.querySelector('[data-list=newest]');
    const known = new Set([...list.children].map(li => li.dataset.key));
    list.replaceChildren(...hops.slice(0, 6).map(hop => {
        const li = document.createElement('li');
        li.dataset.key = `${hop.at}.${hop.district}.${hop.hands}`;
        const time = line('time', ago(hop.at));
        time.dataset.at = hop.at;
        li.append(line('b', hop.reason || words.somewhere), time, line('span', `${hop.place ?? words.somewhere} · ${words.hands.replace('{0}', hop.hands)}`));
        if (begun && !known.has(li.dataset.key)) {
            li.className = 'fresh';
            pulse(hop.district);
        }
        return li;
    }));
    begun = true;
}

function pulse(district) {
    const petal = district && stage.querySelector(`[data-district="${CSS.escape(district)}"]`);
    if (!petal) return;
    petal.classList.remove('pulse');
    petal.getBoundingClientRect(); // begin anew
    petal.classList.add('pulse');
}

export function bars(name, units) {
    const most = Math.max(1, ...units.map(unit => unit.count));
    stage.querySelector(`[data-list=${name}]`).replaceChildren(...units.map(unit => {
        const li = document.createElement('li'), bar = document.createElement('div'), i = document.createElement('i');
        bar.className = 'bar';
        i.style.setProperty('--w', unit.count / most);
        bar.append(i);
        li.append(line('b', unit.name), line('span', unit.count.toLocaleString('en-US')), bar);
        return li;
    }));
}

// Where few gave, one could be told from the other.
function few(count) {
    return count > 0 && count < 10 ? '<10' : count.toLocaleString('en-US');
}

export function districts(units) {
    const most = Math.max(1, ...units.map(unit => unit.count));
    for (const unit of units) {
        stage.querySelector(`[data-count="${unit.id}"]`).textContent = few(unit.count);
        const petal = stage.querySelector(`[data-district="${unit.id}"]`), tone = Math.ceil(unit.count / most * 4);
        for (let i = 1; i <= 4; i++) petal.classList.toggle('f' + i, tone === i);
    }
}
