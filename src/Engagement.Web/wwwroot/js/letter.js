// The letter on the page follows the words being written; a draft stays on this phone until the sealed page has come.
const form = document.getElementById('write');

if (form) {
    const part = name => form.querySelector(`[data-show=${name}]`);
    const letter = form.querySelector('.letter'), another = form.querySelector('[data-next]'), field = form.elements, key = 'draft:' + form.dataset.draft;
    const phrases = [...document.getElementById('phrases').content.querySelectorAll('i')];
    const chosen = () => Math.max(0, phrases.findIndex(i => i.dataset.id === field.preset.value));

    // The same rule as Letter.Look: many words send the flower below the paper.
    function look(to, text) {
        const upright = [...to + text].filter(c => c >= '\u2E80').length;
        const latin = [...to + text].filter(c => c < '\u2E80' && /[\p{L}\p{N}]/u.test(c)).length;
        const columns = Math.ceil(to.length / 11) + Math.ceil((text.length + 2) / 11);
        letter.className = 'letter ' + (latin > upright ? 'flat' : columns <= 3 ? 'brief' : columns <= 5 ? 'long' : 'long tall');
    }

    function show() {
        const to = field.to.value.trim(), text = field.text.value.trim() || phrases[chosen()].textContent;
        part('to').textContent = to || form.dataset.you;
        part('text').textContent = text;
        part('by').textContent = field.anonymous.checked ? form.dataset.citizen : form.dataset.sign;
        form.querySelector('[data-left]').textContent = field.text.value ? `${[...field.text.value].length} / 60` : '';
        another.hidden = field.text.value.trim() !== ''; // own words are never swept away
        field.text.placeholder = phrases[chosen()].textContent;
        look(to, text);
    }

    function keep() {
        try { localStorage.setItem(key, JSON.stringify({ to: field.to.value, text: field.text.value })); } catch { /* private mode */ }
    }

    try {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
        if (kept && !field.to.value && !field.text.value && (kept.to || kept.text)) {
            field.to.value = kept.to;
            field.text.value = kept.text;
            form.querySelector('details').open = true;
        }
    } catch { /* a broken draft is no draft */ }

    another.addEventListener('click', e => {
        e.preventDefault();
        const next = phrases[(chosen() + 1) % phrases.length];
        field.preset.value = next.dataset.id;
        show();
    });
    form.addEventListener('input', () => { show(); keep(); });
    show();
}
