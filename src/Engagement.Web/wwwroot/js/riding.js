// No input while riding: where the phone tells its speed, the form rests above 10 km/h and until it stood for a moment.
// Only the speed is read, here; no position leaves the phone.
const fast = 10 / 3.6, calm = 5000;
const form = document.getElementById('log'), told = document.querySelector('[data-riding]'), ask = document.querySelector('[data-speed]');
let rest;

function moved({ coords }) {
    if (coords.speed > fast) {
        clearTimeout(rest);
        rest = undefined;
        lock(true);
    } else if (form.hasAttribute('inert') && !rest) {
        rest = setTimeout(() => { rest = undefined; lock(false); }, calm);
    }
}

function lock(on) {
    form.toggleAttribute('inert', on); // old browsers know it by the style sheet only
    told.hidden = !on;
}

function watch() {
    ask.hidden = true;
    navigator.geolocation.watchPosition(moved, () => lock(false), { enableHighAccuracy: true, maximumAge: 2000 });
}

if (form && navigator.geolocation) {
    ask.hidden = false;
    ask.addEventListener('click', watch);
    // Nobody is asked before they want it.
    navigator.permissions?.query({ name: 'geolocation' }).then(found => found.state === 'granted' && watch()).catch(() => {});
}
