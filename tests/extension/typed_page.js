/** A page in which somebody types while it asks things of others. */

import { gzipSync } from 'node:zlib';
import { openPage } from './fake_page.js';
import { until } from './waiting.js';

const OPTIONS = Array.from({ length: 30 }, (_one, n) => `<option value="v${n}">Shire number ${n}</option>`).join('');
const KINDS = ['text', 'email', 'tel', 'date', 'search', 'number', 'password', 'url'];
const FIELDS = `<h1>Report Whitfield matters</h1><form action="/send" method="post">
  ${KINDS.map((type) => `<label>Your ${type} <input type="${type}"></label>`).join('')}
  <label>Your story <textarea></textarea></label><label>Your shire <select id="many">${OPTIONS}</select></label>
  <label>Your kind <select id="few"><option>Choose</option><option>Something else</option></select></label>
  <label><input type="radio" name="r" value="Assaulted yesterday"> Assaulted yesterday</label>
  <div id="e" contenteditable="true" aria-label="Your words"></div></form>`;

/** By kind of field: where it is. @type {Record<string, string>} */
const PLACES = { textarea: 'textarea', select: '#many', few: '#few', editable: '#e', radio: '[type=radio]' };

export class TypedPage {
  #asked = 0;

  /** @param {{html?: string, url?: string}} [how] */
  constructor({ html = FIELDS, url } = {}) {
    this.page = openPage(html, url ? { url } : {});
  }

  /** @param {string} kind of field */
  field(kind) {
    return /** @type {any} */ (this.page.document.querySelector(PLACES[kind] ?? `[type=${kind}]`));
  }

  /** Type as a person. @param {string} kind of field @param {string} value */
  type(kind, value) {
    const field = this.field(kind);
    if (kind === 'editable') field.textContent = value;
    else field.value = value;
    this.touch(field);
  }

  /** @param {any} field */
  touch(field) {
    field.dispatchEvent(Object.assign(new this.page.window.InputEvent('input', { bubbles: true, composed: true }), { personal: true }));
  }

  /**
   * What is told of a request; waits until another one after it has been compared.
   * @param {{url?: string, form?: Record<string, string[]>, raw?: string | Uint8Array}} request
   * @returns {Promise<[string, string][]>} label and how it was written
   */
  async ask({ url = 'https://t.example/c', form, raw }) {
    const number = (this.#asked += 1);
    const last = `last${number}`;
    const body = raw === undefined ? {} : { raw: Buffer.from(raw).toString('base64') };
    this.page.hear({ kind: 'request', request: `r${number}`, url, ...(form && { form }), ...body });
    // A field that everybody finds tells when the queue has come to its end.
    this.touchMarker();
    this.page.hear({ kind: 'request', request: last, url: 'https://t.example/?m=marking%20the%20end' });
    await until(() => this.typed().some(({ request }) => request === last));
    return this.typed().filter(({ request }) => request === `r${number}`).map(({ label, written }) => [label, written]);
  }

  /**
   * The same of a packed body. Bodies are unpacked side by side, so the end of another says nothing of one that is to be found.
   * @param {Uint8Array} raw
   * @param {{finds?: boolean}} [how]
   */
  async askPacked(raw, { finds = false } = {}) {
    const request = `packed${(this.#asked += 1)}`;
    this.page.hear({ kind: 'request', request, url: 'https://t.example/c', raw: Buffer.from(raw).toString('base64') });
    this.touchMarker();
    const last = `${request} and the last`;
    this.page.hear({ kind: 'request', request: last, url: 'https://t.example/c', raw: gzipSync('marking the end').toString('base64') });
    await until(() => this.typed().some((told) => told.request === last));
    if (finds) await until(() => this.typed().some((told) => told.request === request));
    return this.typed().filter((told) => told.request === request).map(({ label, written }) => [label, written]);
  }

  touchMarker() {
    if (this.page.document.getElementById('marker')) return;
    const marker = Object.assign(this.page.document.createElement('input'), { id: 'marker', value: 'marking the end' });
    this.page.document.body.append(marker);
    this.touch(marker);
  }

  typed() {
    return this.page.told.filter(({ kind }) => kind === 'typed');
  }
}
