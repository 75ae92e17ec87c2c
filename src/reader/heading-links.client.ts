import { copyLink } from './copy-link.client.ts';

// The link beside a heading leads to it like any link, and is also copied.
document.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
  const anchor = event.target.closest<HTMLAnchorElement>('a.anchor');
  if (anchor) void copyLink(anchor.hash);
});
