/** Keyboard control: between the field and the hits. */
export function listen(field, list, { clear, keys }) {
  const hits = () => [...list.querySelectorAll(':scope > .hit:not([hidden])')];

  const go = (event, target) => {
    event.preventDefault();
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  };

  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    if (keys.open) return;
    const hit = target.closest?.('.hit');
    if (key === '/' && !target.closest?.('input[type="search"], select, textarea')) {
      go(event, field);
      field.select();
    } else if (key === '?' && !target.closest?.('input, select, textarea')) {
      event.preventDefault();
      keys.showModal();
    } else if (key === 'o' && target === hit) {
      hit.querySelector('.title')?.click();
    } else if (key === 'Escape' && target === field) {
      event.preventDefault();
      clear();
    } else if (key === 'Escape' && hit) {
      go(event, field);
    } else if (key === 'Enter' && target === hit) {
      event.preventDefault();
      hit.querySelector('[data-toggle="answer"]')?.click();
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && (hit || target === field)) {
      const all = hits();
      const at = all.indexOf(hit) + (key === 'ArrowDown' ? 1 : -1);
      if (at >= 0 && at < all.length) go(event, all[at]);
      else if (at === -1 && hit) go(event, field);
    }
  });
}
