/**
 * The questions of a form, each with its answers to choose from. Choices that belong together are one question, whether they share a name
 * or stand in one group.
 *
 * @typedef {import('../common/messages.js').FormField} FormField
 * @typedef {{members: Element[], group: Element | null}} Choices `group`: what they all stand in
 */

const netcurtainFields = (() => {
  const MAX = { fields: 300, options: 60, text: 600, all: 150_000 };
  const STEP = 50;
  const { attr, clean, words } = netcurtainWords;
  const { labelOf, groupOf, groupLabel, placeholderOf, isChoice } = netcurtainNames;

  /**
   * @param {Element[]} controls in the order that a person meets them
   * @param {(text: string) => string} told a text as it may be told
   * @returns {Generator<undefined, FormField[]>}
   */
  function* fieldsOf(controls, told) {
    const sets = yield* setsOf(controls.slice(0, MAX.fields * MAX.options));
    /** @type {FormField[]} */
    const fields = [];
    let room = MAX.all;
    for (const control of controls) {
      const set = sets.get(control);
      if (set && set.members[0] !== control) continue;
      if (fields.length >= MAX.fields) break;
      const field = set ? yield* choiceField(control, set, sets, told) : plainField(control, told);
      field.options = field.options.filter((option) => (room -= option.length) >= 0);
      if ((room -= field.label.length + field.placeholder.length + field.aria_label.length) < 0) break;
      fields.push(field);
      yield;
    }
    return fields;
  }

  /**
   * Which choices belong together; of a group, the first of each question in it.
   * @param {Element[]} controls
   * @returns {Generator<undefined, Map<Element, Choices>>}
   */
  function* setsOf(controls) {
    const choices = controls.filter(isChoice);
    /** @type {Map<Element, number>} */
    const others = new Map();
    for (const [count, control] of controls.entries()) {
      if (count % STEP === 0) yield;
      const group = isChoice(control) ? null : groupOf(control);
      if (group) others.set(group, (others.get(group) ?? 0) + 1);
    }
    yield;
    const named = grouped(choices, (choice) => sharedName(choice));
    const alone = choices.filter((choice) => (named.get(sharedName(choice))?.length ?? 0) < 2);
    const inGroups = grouped(alone, groupOf);
    /** @type {Map<Element, Choices>} */
    const sets = new Map();
    for (const members of named.values()) {
      const set = { members, group: commonGroup(members) };
      if (members.length > 1) for (const member of members) sets.set(member, set);
    }
    for (const [group, members] of inGroups) {
      const isOne = group && members.length > (others.get(group) ?? 0) && members.every((member) => typeOf(member) === typeOf(members[0]));
      const set = isOne ? { members, group } : null;
      for (const member of members) sets.set(member, set ?? { members: [member], group: null });
    }
    yield;
    const firsts = [...new Set(sets.values())].flatMap(({ members }) => members.slice(0, 1));
    for (const [group, questions] of grouped(firsts, (first) => sets.get(first)?.group ?? null)) {
      if (group) sets.set(group, { members: questions, group: null });
    }
    return sets;
  }

  /** @param {Element | undefined} choice */
  const typeOf = (choice) => choice && netcurtainControls.typeOf(choice);

  /** @param {Element} choice */
  const sharedName = (choice) => (attr(choice, 'name') ? `${typeOf(choice)} ${attr(choice, 'name')}` : choice);

  /** @template K @param {Element[]} elements @param {(element: Element) => K} keyOf @returns {Map<K, Element[]>} */
  function grouped(elements, keyOf) {
    /** @type {Map<K, Element[]>} */
    const all = new Map();
    for (const element of elements) {
      const key = keyOf(element);
      const list = all.get(key);
      if (list) list.push(element);
      else all.set(key, [element]);
    }
    return all;
  }

  /** @param {Element[]} members @returns {Element | null} the group that they all stand in */
  function commonGroup(members) {
    const [first] = members;
    const group = first ? groupOf(first) : null;
    return group && members.every((member) => group.contains(member)) ? group : null;
  }

  /**
   * @param {Element} first
   * @param {Choices} set
   * @param {Map<Element, Choices>} sets
   * @param {(text: string) => string} told
   * @returns {Generator<undefined, FormField>}
   */
  function* choiceField(first, { members, group }, sets, told) {
    const isAlone = members.length === 1 && !group;
    const field = { ...plainField(first, told), label: told(isAlone ? labelOf(first) : questionOf(first, members, group, sets)) };
    if (isAlone) return field;
    field.aria_label = '';
    field.required ||= group?.getAttribute('aria-required') === 'true';
    for (const member of members.slice(0, MAX.options)) {
      field.options.push(told(labelOf(member) || attr(member, 'aria-label')));
      yield;
    }
    field.options = field.options.filter(Boolean);
    return field;
  }

  /**
   * What several choices answer: their group's own words, unless the group asks more than one thing, else the words before the first.
   * @param {Element} first
   * @param {Element[]} members
   * @param {Element | null} group
   * @param {Map<Element, Choices>} sets
   */
  function questionOf(first, members, group, sets) {
    const asksMore = group && (sets.get(group)?.members.length ?? 0) > 1;
    const before = () => netcurtainNames.wordsBefore(outermost(first, members), netcurtainNames.LEVELS);
    if (asksMore) return before() || groupLabel(group);
    return (group && groupLabel(group)) || before();
  }

  /** The largest element around the first choice that holds none of the others. @param {Element} first @param {Element[]} members */
  function outermost(first, members) {
    const second = members[1];
    let at = first;
    for (let up = at.parentElement; second && up && !up.contains(second); up = up.parentElement) at = up;
    return at;
  }

  /** @param {any} control @param {(text: string) => string} told @returns {FormField} */
  function plainField(control, told) {
    const choice = isChoice(control);
    return {
      tag: control.localName,
      type: netcurtainControls.typeOf(control).slice(0, MAX.text),
      name: told(attr(control, 'name')),
      id: told(attr(control, 'id')),
      label: choice ? '' : told(labelOf(control)),
      placeholder: choice ? '' : told(placeholderOf(control)),
      aria_label: told(attr(control, 'aria-label')),
      autocomplete: attr(control, 'autocomplete').slice(0, MAX.text),
      required: control.required === true || attr(control, 'aria-required') === 'true',
      options: choice ? [] : optionsOf(control).slice(0, MAX.options).map(told).filter(Boolean),
    };
  }

  /** @param {any} control @returns {string[]} */
  function optionsOf(control) {
    if (control.localName === 'select') return selectOptions(control);
    if (control.localName === 'input') return some(control.list?.options ?? []).map(({ label, value }) => clean(label || value));
    const root = control.getRootNode();
    const lists = `${attr(control, 'aria-controls')} ${attr(control, 'aria-owns')}`.split(/\s+/).filter(Boolean);
    const holders = [control, ...lists.map((id) => netcurtainDocument.byId(root, id)).filter(Boolean)];
    return some(holders.flatMap((holder) => netcurtainDocument.within(holder, '[role=option]'))).map(words);
  }

  /** A group of options says what they are before them. @param {HTMLSelectElement} select */
  function selectOptions(select) {
    /** @type {string[]} */
    const texts = [];
    let group = null;
    for (const option of some(select.options)) {
      const parent = option.parentElement;
      if (parent !== group && parent instanceof HTMLOptGroupElement) texts.push(clean(parent.label));
      group = parent;
      texts.push(clean(option.label));
    }
    return texts;
  }

  /** @param {Iterable<any>} list */
  const some = (list) => Array.prototype.slice.call(list, 0, MAX.options);

  return { fieldsOf };
})();
