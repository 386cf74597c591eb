/** A tracker that behaves like the Meta Pixel: tells that the page was opened, which button was pressed, and which questions a form has. */

(() => {
  let id = '';

  const common = (event) => ({ id, ev: event, dl: location.href, rl: document.referrer, if: 'false', ts: String(Date.now()) });

  const byAddress = (facts) =>
    new Promise((tried) => {
      const image = new Image();
      image.onload = image.onerror = tried;
      image.src = `https://www.facebook.com/tr/?${new URLSearchParams({ ...facts, rqm: 'GET' })}`;
    });

  /** What is too long for an address goes as a form into a hidden frame. */
  function byForm(facts) {
    const frame = Object.assign(document.createElement('iframe'), { name: `fb${Math.random()}`, hidden: true });
    const form = Object.assign(document.createElement('form'), { method: 'post', action: 'https://www.facebook.com/tr/', target: frame.name, hidden: true });
    for (const [name, value] of Object.entries({ ...facts, rqm: 'formPOST' })) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
    document.body.append(frame, form);
    form.submit();
    form.remove();
  }

  const features = (form) =>
    [...(form?.elements ?? [])].map(({ id, name, tagName, placeholder = '', type }) => ({ id, name, tag: tagName.toLowerCase(), placeholder, inputType: type }));

  document.addEventListener(
    'click',
    ({ target }) => {
      const button = target.closest?.('button');
      if (!button) return;
      const facts = {
        ...common('SubscribedButtonClick'),
        es: 'automatic',
        'cd[buttonText]': button.innerText,
        'cd[buttonFeatures]': JSON.stringify({ id: button.id, innerText: button.innerText, tag: 'button' }),
        'cd[pageFeatures]': JSON.stringify({ title: document.title }),
      };
      byAddress(facts);
      byForm({ ...facts, 'cd[formFeatures]': JSON.stringify(features(button.form)) });
    },
    true,
  );

  window.fbq = (command, value) => {
    if (command === 'init') id = value;
    return command === 'track' ? byAddress(common(value)) : undefined;
  };
})();
