/** A reCAPTCHA-like check that a form needs: asks its own host whether this is a person. */

window.grecaptcha = {
  execute: async () => (await (await fetch('https://www.google.com/recaptcha/api2/userverify', { method: 'POST', body: 'k=1' })).json()).token,
};
