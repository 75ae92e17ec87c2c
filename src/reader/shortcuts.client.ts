/** Elements in which a slash is a letter. */
const typing = 'input, textarea, select, [contenteditable]';

// A slash leads to the search from any page. The search page's field has the id `q`.
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target instanceof Element && event.target.closest(typing)) return;
  const field = document.querySelector<HTMLInputElement>('site-search #q');
  const { search } = document.documentElement.dataset;
  if (!field && search === undefined) return;
  event.preventDefault();
  if (field) {
    field.focus();
    field.select();
  } else location.assign(`${search}#q`);
});
