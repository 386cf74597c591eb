"""What choosing.py and touching.py ask in a page, in the page's own language: can it be seen, and what would pressing it do."""

_SEEN = r"""
  // What an element stands in, as a click goes up from it: through slots and open shadow roots.
  const outward = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null;
  const seen = (one) => {
    const box = one.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return false;
    if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    let fixed = false;
    for (let at = one; at && !fixed; at = outward(at)) fixed = getComputedStyle(at).position === 'fixed';
    // Many a banner is not taken away but moved out of sight: out of the window where it is fixed there, else out of the document.
    const page = document.documentElement;
    const [left, top] = fixed ? [0, 0] : [scrollX, scrollY];
    const width = fixed ? innerWidth : Math.max(page.scrollWidth, innerWidth);
    const height = fixed ? innerHeight : Math.max(page.scrollHeight, innerHeight);
    return box.right + left > 1 && box.bottom + top > 1 && box.left + left < width - 1 && box.top + top < height - 1;
  };
"""

ANY_SEEN = "(found) => {" + _SEEN + "return found.slice(0, 50).some(seen) ? 'seen' : found.length ? 'hidden' : ''; }"
"""Of the elements of a selector: "seen" where one of them can be, "hidden" where they are in the page only, else ""."""

ONE_SEEN = "(one) => {" + _SEEN + "return seen(one); }"

_IN_BANNER = r"""
  const COOKIES = ':is([class*=cookie i], [id*=cookie i]):not(html, body, :has(h1))';
  const stands_in = (one, ...selectors) => {
    for (let at = one; at; at = outward(at)) if (selectors.some((selector) => selector && at.matches(selector))) return true;
    return false;
  };
"""

FRAME_SEEN = "(frame, banners) => {" + _SEEN + _IN_BANNER + "return seen(frame) && !stands_in(frame, banners); }"
"""Of a frame: whether it can be seen, and is no banner about cookies. ``banners`` is a selector of those that are known."""

MAX_FIELDS = 300
"""Of one frame; of more, nobody looks at the rest."""
FIELDS = (
    "(fields, banners) => {"
    + f"const MAX_FIELDS = {MAX_FIELDS};"
    + _SEEN
    + _IN_BANNER
    + r"""
  const ASIDE = ['nav, header:not(main *, form *), footer:not(main *, form *)',
    '[role=navigation i], [role=banner i], [role=contentinfo i]', COOKIES, banners];
  const CHOICES = ['radio', 'checkbox', 'select-one', 'select-multiple'];
  const forms = [];
  const form_of = (field) => ('form' in field ? field.form : field.closest('form'));
  const kind_of = (field) => {
    if (field.localName === 'textarea') return 'textarea';
    return field.getAttribute('role')?.toLowerCase() === 'radio' ? 'radio' : field.type;
  };
  // Many a box to tick is drawn by its label, and cannot be seen itself.
  const shown = (field, choice) => seen(field) || (choice && [...(field.labels ?? [])].some(seen));
  const pressed_on = new Map();
  const has_button = (part) => {
    if (!pressed_on.has(part)) {
      const buttons = [...part.querySelectorAll('button, input[type=button i], input[type=submit i], [role=button i]')].slice(0, 50);
      pressed_on.set(part, buttons.some((button) => !button.form && seen(button) && !stands_in(button, ...ASIDE)));
    }
    return pressed_on.get(part);
  };
  const near_button = (field) => {
    for (let at = outward(field), steps = 0; at && steps < 6; at = outward(at), steps++) if (has_button(at)) return true;
    return false;
  };
  return fields.slice(0, MAX_FIELDS).map((field) => {
    const [form, kind] = [form_of(field), kind_of(field)];
    const choice = CHOICES.includes(kind);
    if (form && !forms.includes(form)) forms.push(form);
    const words = [field.name, field.id, field.placeholder, field.getAttribute('aria-label'), field.getAttribute('role'),
      form?.getAttribute('role'), field.closest('[role=search], search') ? 'search' : ''];
    if (choice && form) {
      words.push(form.getAttribute('id'), form.getAttribute('name'), form.getAttribute('class'));
      words.push(/search/i.test(form.getAttribute('action')) ? 'search' : '');
    }
    return {
      kind,
      form: form ? forms.indexOf(form) : -1,
      words: words.join(' ').slice(0, 300),
      usable: !field.matches(':disabled') && !field.readOnly,
      seen: shown(field, choice),
      asking: !choice || (!stands_in(field, ...ASIDE) && (form !== null || near_button(field))),
    };
  });
}"""
)
"""Of each field: what touching.py weighs. ``banners`` is a selector of the known banners about cookies."""

FOCUS_ONLY = (
    "(field) => {"
    + _SEEN
    + r"""
  for (let at = outward(field); at; at = outward(at)) {
    if (at.matches('a[href], button, summary, [role=button i], [role=link i]')) return true;
    if (at.localName === 'label' && at.control !== field) return true;
  }
  return false;
}"""
)
"""Of a field: whether a click on it would press something that it stands in. A label of its own is no such thing."""

WHY_NOT = (
    "(pressed) => {"
    + _SEEN
    + r"""
  const WRITTEN = new Set(['text', 'email', 'tel', 'search', 'url', 'number', 'password', 'file',
    'date', 'datetime-local', 'month', 'week', 'time']);
  // A field may be called "elements", and then stands in the place of the form's own.
  const elements = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'elements').get;
  const asks = (form) => [...elements.call(form)].some((field) =>
    field.localName === 'textarea' || field.localName === 'select' || (field.localName === 'input' && WRITTEN.has(field.type)));
  const stays = (link) => {
    const written = link.getAttribute('href') ?? link.getAttribute('xlink:href');
    if (written === null) return true;
    if (link.hasAttribute('download')) return false;
    if (/^\s*javascript:\s*(void\s*\(?\s*0\s*\)?)?\s*;*\s*$/i.test(written)) return true;
    try {
      return new URL(written, document.baseURI).href.split('#')[0] === document.URL.split('#')[0];
    } catch {
      return false;
    }
  };
  const why = (one) => {
    const name = one.localName;
    if (name === 'label') return 'a label';
    if ((name === 'a' || name === 'area') && !stays(one)) return 'leads away';
    const form = name === 'form' ? one : one.form;
    if (!(form instanceof HTMLFormElement)) return '';
    if (name === 'button' && one.type !== 'button') return 'sends';
    if (name === 'input' && ['submit', 'image', 'reset', 'file'].includes(one.type)) return 'sends';
    return asks(form) ? 'in a form that asks' : '';
  };
  for (let at = pressed; at; at = outward(at)) if (why(at)) return why(at);
  const within = [...pressed.querySelectorAll('*'), ...(pressed.shadowRoot?.querySelectorAll('*') ?? [])];
  if (within.length > 200) return 'no button';
  for (const one of within) if (why(one)) return why(one);
  const words = [pressed.innerText, pressed.value, pressed.getAttribute('aria-label'), pressed.title].join(' ');
  if (words.length > 1000) return 'no button';
  return /\b(submit|send|report|donate|pay)\b/i.test(words) ? 'says something else' : '';
}"""
)
"""Of one element: "" where it may be pressed, else why not. A button that sends a form, a link that leads away, a label (it presses what it
is of), and whatever stands in a form that asks a person something are not pressed; nor what says by its words that it is no such button."""
