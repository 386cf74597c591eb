/** How the quiet line and the card look: LOOK.md's tokens, light and dark, in closed shadow roots that the page cannot style. */

const netcurtainStyle = (() => {
  const TOKENS = `
    :host { all: initial !important; }
    * { box-sizing: border-box; }
    .nc {
      --card: #FFFFFF; --line: #DDD5C8; --ink: #1F2A33; --soft: #55626D; --teal: #0B6E6E; --on-teal: #FFFFFF;
      font: 400 16px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; color: var(--ink); color-scheme: light dark;
    }
    @media (prefers-color-scheme: dark) {
      .nc { --card: #1B242B; --line: #33404A; --ink: #EEF1F3; --soft: #A9B5BF; --teal: #5CC8C0; --on-teal: #12181D; }
    }
    p, h2, ul { margin: 0; }
    button { font: inherit; min-height: 44px; border-radius: 10px; padding: 8px 16px; cursor: pointer; text-align: center; }
    :focus-visible { outline: 2px solid var(--teal); outline-offset: 2px; }
    .filled { background: var(--teal); color: var(--on-teal); border: 1px solid var(--teal); font-weight: 600; }
    .outlined { background: var(--card); color: var(--ink); border: 1px solid var(--soft); }
    .plain { background: none; border: 0; color: var(--teal); text-decoration: underline; text-underline-offset: 3px; padding-inline: 0; }
    .soft { color: var(--soft); }
    summary { cursor: pointer; color: var(--teal); min-height: 44px; display: list-item; padding-block: 10px; }
    @media (forced-colors: active) { .card, .line { border: 2px solid CanvasText; } }
  `;

  const CARD = `
    dialog { border: 0; padding: 0; margin: auto; background: none; max-width: none; max-height: none; }
    dialog::backdrop { background: rgb(18 24 29 / 45%); }
    .card {
      background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 24px; width: min(640px, calc(100vw - 32px));
      max-height: calc(100vh - 32px); overflow: auto; display: grid; gap: 16px; box-shadow: 0 8px 32px rgb(18 24 29 / 24%);
    }
    header { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; }
    h2 { font-size: 28px; line-height: 1.25; font-weight: 600; }
    h2:focus { outline: none; }
    .choices { display: flex; flex-wrap: wrap; gap: 16px; }
    .choices .filled { flex: 1 1 280px; }
    .choices .outlined { flex: 0 1 140px; }
    footer { border-top: 1px solid var(--line); padding-top: 8px; }
    ul { padding-inline-start: 24px; overflow-wrap: anywhere; }
    .ways { display: grid; gap: 8px; }
    .cover { position: fixed; inset: 0; width: 100vw; height: 100vh; background: #FFFFFF; }
  `;

  const LINE = `
    .line {
      position: fixed; inset: auto 16px 16px auto; margin: 0; width: min(460px, calc(100vw - 32px)); padding: 16px; display: grid; gap: 4px;
      background: var(--card); color: var(--ink); border: 1px solid var(--line); border-radius: 10px;
      box-shadow: 0 4px 24px rgb(18 24 29 / 18%); max-height: calc(100vh - 32px); overflow: auto;
    }
    .row { display: flex; gap: 16px; align-items: flex-start; justify-content: space-between; }
    .row p { padding-block: 10px; }
    details p + p { margin-top: 8px; }
  `;

  /** @param {ShadowRoot} root @param {string} css */
  function dress(root, css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(TOKENS + css);
    root.adoptedStyleSheets = [sheet];
  }

  /**
   * A host on the page, with a closed root that is dressed. It stays until its caller removes it.
   * @param {string} css
   */
  function stage(css) {
    const host = netcurtainDocument.make('div');
    const root = host.attachShadow({ mode: 'closed' });
    dress(root, css);
    netcurtainDocument.root().append(host);
    return { host, root };
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
