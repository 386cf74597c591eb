/* What axe-core finds in an element and in the open roots inside it, which of its controls axe-core passed over, and which texts are faint. */
async (place) => {
  const CONTROL = 'button, summary, a[href], input, select, textarea, [tabindex="0"]';
  const LEAST_CONTRAST = 4.5;
  const every = [];
  const collect = (node) => {
    if (/^(style|script|head)$/.test(node.localName)) return;
    if (node.checkVisibility()) every.push(node);
    for (const child of [...(node.shadowRoot?.children ?? []), ...node.children]) collect(child);
  };
  collect(place);

  // axe-core cannot tell what is behind the text of a dialog or a popover, which are above the whole page: it is computed here.
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((part) => linear(part / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (node) => {
    const colour = node ? numbers(getComputedStyle(node).backgroundColor) : [255, 255, 255];
    return (colour[3] ?? 1) === 1 ? colour : ground(node.parentElement ?? node.getRootNode().host);
  };
  const contrast = (node) => {
    const [dark, pale] = [light(numbers(getComputedStyle(node).color)), light(ground(node))].sort((one, other) => one - other);
    return (pale + 0.05) / (dark + 0.05);
  };
  const hasText = (node) => [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());

  const { violations, incomplete, passes, inapplicable } = await axe.run(place, { elementRef: true });
  const looked = new Set([violations, incomplete, passes, inapplicable].flat().flatMap((rule) => rule.nodes.map((node) => node.element)));
  const controls = every.filter((node) => node.matches(CONTROL));
  const named = (node) => node.textContent.trim() || node.id;
  const said = (rule) => `${rule.id}: ${rule.nodes.map((node) => `${node.html} ${node.failureSummary}`).join('; ')}`;
  return {
    violations: violations.map(said),
    unsure: incomplete.filter((rule) => rule.id !== 'color-contrast').map(said),
    faint: every.filter((node) => hasText(node) && contrast(node) < LEAST_CONTRAST).map((node) => node.outerHTML),
    controls: controls.map(named),
    passed_over: controls.filter((node) => !looked.has(node)).map(named),
  };
}
