// Adds a copy button beside each link; without this module the link can still be selected.
for (const box of document.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'line';
    button.textContent = box.dataset.label ?? '⧉';
    button.addEventListener('click', async () => {
        if (await copy(box)) {
            button.textContent = box.dataset.done ?? '✓';
            setTimeout(() => { button.textContent = box.dataset.label ?? '⧉'; }, 2500);
        }
    });
    box.append(button);
}

// The letter arrived, so its draft is done.
const sealed = document.querySelector('[data-sealed]')?.dataset.sealed;
if (sealed) {
    try {
        localStorage.removeItem('draft:new');
        localStorage.removeItem('draft:' + sealed);
    } catch { /* private mode */ }
}

async function copy(box) {
    try {
        await navigator.clipboard.writeText(box.dataset.copy);
        return true;
    } catch {
        getSelection().selectAllChildren(box.querySelector('code'));
        return document.execCommand('copy');
    }
}
