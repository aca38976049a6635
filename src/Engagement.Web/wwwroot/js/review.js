// The reviewer's keys: A accept, R reject, I ask, E propose E3, S skip, Z undo; digits choose a reason. Never while writing.
document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || e.repeat || e.target.closest('input,select,textarea')) return;
    const open = document.querySelector('details[data-key][open]');
    const digit = open?.querySelector(`[data-digit="${CSS.escape(e.key)}"]`);
    const found = digit ?? document.querySelector(`[data-key="${CSS.escape(e.key.toLowerCase())}"]`);
    if (!found) return;
    e.preventDefault();
    if (found.tagName !== 'DETAILS') return found.click();
    for (const other of document.querySelectorAll('details[data-key]')) other.open = other === found && !found.open;
    if (found.open) (found.querySelector('[data-digit]') ?? found.querySelector('input:not([type=hidden])')).focus();
});

// A decision is sent once, however fast the keys are pressed.
document.addEventListener('submit', e => {
    if (e.target.dataset.sent) e.preventDefault();
    e.target.dataset.sent = '1';
});
