/** A site's own script: brings in its third parties, saves what is typed, and says when every third party has been tried. */

const { tracking, also } = document.body.dataset;

/** @param {'script' | 'img'} tag @param {string} src */
const bring = (tag, src) =>
  new Promise((tried) => {
    const element = document.createElement(tag);
    element.onload = () => tried([src, true]);
    element.onerror = () => tried([src, false]);
    element.src = src;
    document.head.append(element);
  });

const save = (what) => fetch('/save', { method: 'POST', body: JSON.stringify(what) });

async function reCaptcha() {
  await bring('script', 'https://www.google.com/recaptcha/api.js');
  document.body.dataset.person = await window.grecaptcha.execute();
}

async function payment() {
  await bring('script', 'https://js.kitepay.example/v1/pay.js');
  document.body.dataset.payment = await window.kitepay.ready();
}

async function pixel() {
  const [, came] = await bring('script', 'https://connect.facebook.net/en_US/fbevents.js');
  if (!came) return;
  window.fbq('init', '1000');
  await window.fbq('track', 'PageView');
}

const tries = [reCaptcha(), save('opened')];
if (also === 'payment') tries.push(payment());
if (also === 'listener') tries.push(bring('script', 'https://cdn.keenear.example/listener.js'));
if (tracking === 'true') {
  tries.push(pixel());
  tries.push(bring('img', `https://www.facebook.com/tr/?id=1000&ev=PageView&noscript=1&dl=${encodeURIComponent(location.href)}`));
  tries.push(bring('img', `https://www.google.com/pagead/1p-conversion/100/?url=${encodeURIComponent(location.href)}`));
}
void Promise.allSettled(tries).then(() => fetch('/settled', { method: 'POST', body: location.pathname }));

document.addEventListener('change', ({ target }) => void save({ [target.name]: target.value }));
