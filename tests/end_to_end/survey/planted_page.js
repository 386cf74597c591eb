/** What a planted page does by itself: its banner, and what its trackers send and when. All of it stands in the page as JSON (planted_pages.py). */

(() => {
  const { plants, banner, framer, leadingOn } = JSON.parse(document.getElementById('planted').textContent);
  const chosen = () => /(?:^|; )cookies=(\w+)/.exec(document.cookie)?.[1] ?? 'none';

  /** In which states of the choice about cookies something is sent (planted.py, When). */
  const WHEN = {
    always: ['none', 'refused', 'accepted'],
    unless_refused: ['none', 'accepted'],
    once_accepted: ['accepted'],
    once_refused: ['refused'],
    once_chosen: ['refused', 'accepted'],
  };
  const now = ({ when }, choice = chosen()) => WHEN[when].includes(choice);

  const form = () => document.forms['report'] ?? document.forms[0];
  const words = () => ({
    url: location.href,
    title: document.title,
    button: form()?.querySelector('button')?.innerText ?? '',
    field: form()?.querySelector('textarea, input')?.name ?? '',
    form: form()?.id ?? '',
  });

  /** The same with its words filled in, whatever is inside what. */
  function filled(value) {
    if (typeof value === 'string') return value.replace(/\{(url|title|button|field|form)\}/g, (_, name) => words()[name]);
    if (Array.isArray(value)) return value.map(filled);
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner)]));
    return value;
  }

  const text = (value) => (typeof value === 'string' ? value : btoa(JSON.stringify(value)));

  function addressOf({ place, query }) {
    const parameters = new URLSearchParams(Object.entries(filled(query)).map(([name, value]) => [name, text(value)]));
    return String(parameters) ? `${place}?${parameters}` : place;
  }

  function bodyOf({ form: fields, body }) {
    if (fields) return new URLSearchParams(filled(fields));
    if (body === null) return '';
    const what = filled(body);
    return typeof what === 'string' ? what : JSON.stringify(what);
  }

  const element = (tag, facts) => document.head.append(Object.assign(document.createElement(tag), facts));
  const frame = (src) => document.body.append(Object.assign(document.createElement('iframe'), { src, hidden: true, title: 'A frame' }));
  const image = (src) => new Promise((tried) => Object.assign(new Image(), { onload: tried, onerror: tried, src }));
  const inFrames = (depth, one) => frame(`${framer}/frame#${encodeURIComponent(JSON.stringify({ depth, address: addressOf(one) }))}`);

  const SEND = {
    image: (one) => image(addressOf(one)),
    beacon: (one) => navigator.sendBeacon(addressOf(one), bodyOf(one)),
    fetch: (one) => fetch(addressOf(one), { method: 'POST', mode: 'no-cors', credentials: 'include', body: bodyOf(one) }),
    script: (one) => element('script', { src: addressOf(one), async: true }),
    style: (one) => element('link', { rel: 'stylesheet', href: addressOf(one) }),
    socket: (one) => {
      const socket = new WebSocket(addressOf(one));
      socket.onopen = () => socket.close();
    },
    in_a_frame: (one) => inFrames(1, one),
    in_two_frames: (one) => inFrames(2, one),
    led_on: (one) => image(`/onward?${new URLSearchParams({ to: addressOf(one) })}`),
    led_on_elsewhere: (one) => image(`${leadingOn}?${new URLSearchParams({ to: addressOf(one) })}`),
    by_a_script: (one) => {
      globalThis.asksFor = addressOf(one);
      element('script', { src: `${framer}/asks.js`, async: true });
    },
    signed_in: async (one) => {
      await image(`${new URL(one.place).origin}/signed-in.png`);
      await image(addressOf(one));
    },
  };
  const send = ({ sent }) => SEND[sent.how](sent);
  const opening = plants.filter(({ on }) => on === 'opening');

  /** A field is touched, once: in the page, in a shadow root of it, or in a frame that says so. */
  let touched = false;
  function touch() {
    if (touched) return;
    touched = true;
    plants.filter((plant) => plant.on === 'touch' && now(plant)).forEach(send);
  }
  document.addEventListener('focusin', (event) => event.composedPath()[0].matches('input, textarea, select') && touch());
  addEventListener('message', ({ data }) => data === 'touched' && touch());

  function choose(choice) {
    const before = chosen();
    document.cookie = `cookies=${choice}; path=/; max-age=3600`;
    document.querySelector(banner.gone)?.remove();
    if (banner.thanks) document.querySelector('#asks-about-cookies').innerHTML = `<div class="govuk-cookie-banner">${banner.thanks}</div>`;
    if (banner.reloads) location.reload();
    else opening.filter((plant) => now(plant) && !now(plant, before)).forEach(send);
  }

  function pressed(target) {
    const is = (selector) => selector && target.closest?.(selector);
    if (is(banner.opens)) document.querySelector(banner.within).hidden = false;
    else if (is(banner.refuse)) choose('refused');
    else if (is(banner.accept)) choose('accepted');
  }

  function ask() {
    const asks = Object.assign(document.createElement('div'), { id: 'asks-about-cookies' });
    document.body.prepend(asks);
    if (banner.place === 'shadow') {
      asks.innerHTML = '<div id="usercentrics-root"></div>';
      asks.firstChild.attachShadow({ mode: 'open' }).innerHTML = banner.markup;
    } else if (banner.place === 'frame') {
      asks.innerHTML =
        '<div id="sp_message_container_900001"><iframe id="sp_message_iframe_900001" title="SP Consent Message" src="/question"></iframe></div>';
      addEventListener('message', ({ data }) => data.chosen && choose(data.chosen));
    } else {
      asks.innerHTML = banner.markup;
    }
    asks.addEventListener('click', (event) => {
      if (event.composedPath()[0].closest('a')) event.preventDefault();
      pressed(event.composedPath()[0]);
    });
  }

  if (banner && chosen() === 'none') setTimeout(ask, banner.late);
  opening.filter((plant) => now(plant)).forEach(send);
})();
