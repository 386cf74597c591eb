/**
 * Forms that no person fills in: a tracker may report by a hidden form that it sends into a hidden frame. What such a form tells is the
 * tracker's own request. A form that holds anything the person typed is the person's, however it is hidden.
 */

const netcurtainMachine = (() => {
  const HERE = new Set(['', '_self', '_top', '_parent', '_blank']);

  /** @param {HTMLFormElement} form */
  const isVisible = (form) => (Element.prototype.checkVisibility ? Element.prototype.checkVisibility.call(form) : !form.hidden);

  /**
   * @param {HTMLFormElement} form
   * @param {Iterable<Element>} controls
   */
  function made(form, controls) {
    const target = Element.prototype.getAttribute.call(form, 'target') ?? '';
    if (HERE.has(target.toLowerCase()) || isVisible(form)) return false;
    const repeats = netcurtainAnswers.newest({ outside: form });
    return ![...controls].some((control) => repeats(String(/** @type {HTMLInputElement} */ (control).value ?? '')));
  }

  return { made };
})();
