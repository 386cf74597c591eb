/**
 * How the quiet line and the card look by docs/WORDS.md, light and dark, in closed shadow roots that the page cannot style. The tokens are
 * no custom properties: a page can register those for the whole document, our roots too, and make every colour transparent.
 */

const netcurtainStyle = (() => {
  const LIGHT = { CARD: '#FFFFFF', LINE: '#DDD5C8', INK: '#1F2A33', SOFT: '#55626D', TEAL: '#0B6E6E', ON_TEAL: '#FFFFFF' };
  const DARK = { CARD: '#1B242B', LINE: '#33404A', INK: '#EEF1F3', SOFT: '#A9B5BF', TEAL: '#5CC8C0', ON_TEAL: '#12181D' };
  const TOKENS = `
    :host { all: initial !important; }
    * { box-sizing: border-box; }
    .nc {
      font: 400 16px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; color: INK; color-scheme: light dark;
      /* What can be selected, the page can read. */
      -webkit-user-select: none; user-select: none;
    }
    p, h2, ul { margin: 0; overflow-wrap: anywhere; }
    button {
      font: inherit; min-height: 44px; max-width: 100%; overflow-wrap: break-word; border-radius: 10px; padding: 8px 16px; cursor: pointer;
      text-align: center;
    }
    :focus-visible { outline: 2px solid TEAL; outline-offset: 2px; }
    .filled { background: TEAL; color: ON_TEAL; border: 1px solid TEAL; font-weight: 600; }
    .outlined { background: CARD; color: INK; border: 1px solid SOFT; }
    .plain { background: none; border: 0; color: TEAL; text-decoration: underline; text-underline-offset: 3px; padding-inline: 0; }
    /* Words may be in another language than the browser's own. */
    p, li { unicode-bidi: plaintext; }
    .soft, .small { color: SOFT; }
    .small { font-size: 14px; }
    .card, .line {
      background: CARD; border: 1px solid LINE; border-radius: 10px; max-height: calc(100vh - 32px); overflow: auto; display: grid;
    }
    [hidden] { display: none !important; }
    summary { cursor: pointer; color: TEAL; min-height: 44px; display: list-item; padding-block: 10px; }
    @media (forced-colors: active) { .card, .line { border: 2px solid CanvasText; } }
  `;

  const CARD = `
    dialog { border: 0; padding: 0; margin: auto; background: none; max-width: none; max-height: none; }
    dialog::backdrop { background: rgb(18 24 29 / 45%); }
    .card {
      padding: 24px; width: min(640px, calc(100vw - 32px)); gap: 16px; box-shadow: 0 8px 32px rgb(18 24 29 / 24%);
    }
    header { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; }
    h2 { font-size: 28px; line-height: 1.25; font-weight: 600; text-wrap: balance; }
    h2:focus { outline: none; }
    .choices { display: flex; flex-wrap: wrap; gap: 16px; }
    .choices .filled { flex: 1 1 280px; }
    .choices .outlined { min-width: 140px; }
    footer { border-block-start: 1px solid LINE; padding-block-start: 8px; }
    ul { padding-inline-start: 24px; }
    @media (max-width: 400px) {
      .card { padding: 16px; }
      h2 { font-size: 24px; }
      .choices .filled, .choices .outlined { flex: 1 1 100%; min-width: 0; }
    }
    /* A phone's width at 200 %. */
    @media (max-width: 200px) {
      .card { padding: 8px; width: calc(100vw - 24px); grid-template-columns: minmax(0, 1fr); }
      button { padding-inline: 8px; }
      h2 { font-size: 20px; }
    }
    .rest { display: contents; }
    .card > .plain { justify-self: start; }
    .ways { display: grid; gap: 8px; }
    /* There from the start, so that what comes is read out; no room is lost to it. */
    [role=status]:empty { position: absolute; }
    .cover { position: fixed; inset: 0; width: 100vw; height: 100vh; background: #FFFFFF; }
  `;

  const LINE = `
    .line {
      position: fixed; inset-block: auto 16px; inset-inline: auto 16px; margin: 0; padding: 16px; gap: 4px;
      width: min(460px, calc(100vw - 32px)); box-shadow: 0 4px 24px rgb(18 24 29 / 18%);
    }
    .row { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: flex-start; justify-content: space-between; }
    .row p { flex: 1 1 140px; padding-block: 10px; }
    .row button { flex: none; }
    details p + p { margin-top: 8px; }
  `;

  /** @param {string} css @param {Record<string, string>} tokens */
  const paint = (css, tokens) => (TOKENS + css).replace(/\b[A-Z_]+\b/g, (word) => tokens[word] ?? word);

  /**
   * A host on the page, with a closed root that is dressed. It stays until its caller removes it. A host that was in another document has
   * lost its style: `dress` puts it back.
   * @param {string} css
   */
  function stage(css) {
    const host = netcurtainDocument.make('div');
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${paint(css, LIGHT)} @media (prefers-color-scheme: dark) { ${paint(css, DARK)} }`);
    const dress = () => void (root.adoptedStyleSheets = [sheet]);
    dress();
    netcurtainDocument.root().append(host);
    return { host, root, dress };
  }

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag
   * @param {Partial<Record<string, string>>} attributes
   * @param {(Node | string)[]} children
   * @returns {HTMLElementTagNameMap[K]}
   */
  function make(tag, attributes = {}, ...children) {
    const element = netcurtainDocument.make(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value ?? '');
    element.append(...children);
    return element;
  }

  return { stage, make, CARD, LINE };
})();
