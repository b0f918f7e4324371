'use strict';
// Comfort only: the page says everything without this script.
(() => {
  const byId = (id) => document.getElementById(id);
  const items = [...document.querySelectorAll('main .item')];
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };

  // A heading whose items are all hidden is hidden too.
  const hideEmptyGroups = (filtering) => {
    for (const fold of document.querySelectorAll('main details.more')) {
      const any = fold.querySelector('.item:not([hidden])');
      fold.hidden = filtering && fold.querySelector('.item') && !any;
      if (filtering && any) fold.open = true;
    }
    for (const heading of document.querySelectorAll('main h3')) {
      const group = [heading];
      for (let e = heading.nextElementSibling; e && e.tagName !== 'H3'; e = e.nextElementSibling) group.push(e);
      const holds = (selector) => group.some((e) => e.matches(selector) || e.querySelector(selector));
      const empty = filtering && holds('.item') && !holds('.item:not([hidden])');
      for (const e of group) if (!e.matches('.item, .more')) e.hidden = empty;
    }
    for (const section of document.querySelectorAll('main > section')) {
      section.hidden = filtering && section.querySelector('.item') && !section.querySelector('.item:not([hidden])');
    }
  };

  const filter = () => {
    const wanted = byId('filter').value.trim().toLowerCase();
    let shown = 0;
    for (const item of items) {
      item.hidden = wanted !== '' && !textOf(item).includes(wanted);
      shown += !item.hidden;
    }
    hideEmptyGroups(wanted !== '');
    byId('found').textContent = wanted === '' ? '' : `${shown.toLocaleString('en')} of ${items.length.toLocaleString('en')} items`;
  };

  let waiting = 0;
  byId('filter').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, items.length > 500 ? 250 : 60);
  });

  const setAll = (open) => {
    for (const details of document.querySelectorAll('main details.evidence')) details.open = open;
  };
  byId('open-all').addEventListener('click', () => setAll(true));
  byId('close-all').addEventListener('click', () => setAll(false));

  // A link may point into a closed fold.
  const reveal = () => {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  // Paper has nothing to click: print what is folded, and fold it again.
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('main details:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });

  document.querySelector('.tools').hidden = false;
})();
