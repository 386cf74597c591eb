/**
 * What the words on something that is pressed say of it: that it sends, that it does something else, or nothing either way. English and
 * Welsh, as services write them.
 */

const netcurtainSendWords = (() => {
  /** Longer ones are not what a button says. */
  const LONGEST = 40;

  const SENDS = [
    'send|submit|report|continue|next|confirm|finish|complete|done|save|apply|book|request|start (the |a |my |live )?chat|ask|post',
    'proceed|reply|refer|get help|add (comment|message|reply)|leave (a |us a |your )?message|i (have )?finished',
    'anfon(wch)?|cyflwyn(o|wch)|parh(au|ewch)|ymlaen|nesaf|cadarnh(au|ewch)|gorffen(nwch)?|cwblh(au|ewch)',
    'adrodd(wch)?|riportio|rhoi gwybod|cadw|gwneud cais|archebu|gofyn(nwch)?|postio|(dechrau|cychwyn) sgwrs|ateb|wedi gorffen',
  ].join('|');
  const OTHERWISE = [
    '(go )?back|return to|prev(ious)?|cancel|clear|reset|add|remove|delete|change|edit|amend|show|hide|help(?= with| and| about|$)',
    'upload|choose|attach|browse|search|find|look ?up|use (my|this|a|current)|close|exit|leave|quit|menu|print|download|copy',
    'more|less|read|expand|collapse|open|view|toggle|select|today|calendar|play|pause|zoom|(log|sign) ?(in|out)|accept|reject',
    'allow|decline|cookies?|manage|settings|skip to|undo|redo|bold|italic|emoji|m(in|ax)imi[sz]e|enlarge|what|why|how|learn',
    'navigate|switch|jump|drop|drag|draw|take a|locate|map|satellite|(go to (the )?)?next (month|year|week|day|image|slide|photo)',
    'call (us|now|\\d)|share (this|on|the)|enter .*manually|start (again|over)|try again|refresh|reload|listen|translate|language',
    'do(n.| no)t|not now|terms|privacy|report a problem|is this page|get emergency help|text size|accessibility',
    '(mynd )?yn ôl|n?ôl|blaenorol|canslo|diddymu|clirio|ailosod|ychwanegu|tynnu|dileu|newid|golygu|dangos|cuddio|cymorth|uwchlwytho',
    'dewis|pori|atodi|chwilio|dod o hyd|canfod|cau|gadael|dewislen|argraffu|lawrlwytho|copïo|mewngofnodi|allgofnodi|derbyn|gwrthod',
    'caniatáu|agor|gweld|rhagor|mwy|llai|dechrau eto|iaith|cwcis|pam|sut|beth|mis',
    'english|saesneg|cymraeg|welsh|polski|français|deutsch|español|português|italiano|română',
    'türkçe|soomaali|tiếng việt|lietuvių|magyar|slovenčina|gaeilge|gàidhlig',
  ].join('|');
  const END = '(?![\\p{L}\\p{N}])';
  const SENDS_FIRST = new RegExp(`^(?:(?:please|yes|ok|okay|now|iawn|ie),? )?(?:${SENDS})${END}`, 'u');
  /** "Accept and continue", "Derbyn a pharhau". */
  const SENDS_AFTER = new RegExp(`\\b(?:and|&|then|a|ac) (?:${SENDS}|pharhau|chyflwyno|chadarnhau|gorffen|chadw)${END}`, 'u');
  const OTHERWISE_FIRST = new RegExp(`^(?:${OTHERWISE})${END}`, 'u');
  const WHAT = [
    'it|now|this|on|step|page|form|report|message|my|your|the|a|application|answers|request|enquiry|referral|details|and|to',
    'hwn|eich|adroddiad|neges',
  ].join('|');
  /** Nothing but that it sends: "Continue", "Submit your report", never "Report a crime near you". */
  const SENDS_ALONE = new RegExp(`^(?:${SENDS})(?: (?:${WHAT}|${SENDS}))*$`, 'u');
  /** A paper plane. */
  const FLIES = /^[➤✈📤📨]/u;
  /** A day, a time, an arrow, a picture, another writing. */
  const NO_WORDS = /^(?:[xX]$|\d|\P{sc=Latn}+$)/u;

  /** @param {string} words letters and numbers first */
  const plain = (words) => words.normalize('NFC').toLowerCase().replace(/[’]/g, "'").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

  /**
   * @param {string} words
   * @returns {'send' | 'otherwise' | ''}
   */
  function says(words) {
    if (FLIES.test(words.trim())) return 'send';
    if (NO_WORDS.test(words.trim())) return 'otherwise';
    const said = plain(words);
    if (!said || said.length > LONGEST) return '';
    if (SENDS_AFTER.test(said)) return 'send';
    const first = SENDS_FIRST.exec(said)?.[0] ?? '';
    const other = OTHERWISE_FIRST.exec(said)?.[0] ?? '';
    // The longer one knows more: "leave a message" sends, "leave" does not; "report" sends, "report a problem" with the page does not.
    if (first.length > other.length) return 'send';
    return other ? 'otherwise' : '';
  }

  /** Whether these words alone say so, on something that would lead elsewhere or says it by its words only. @param {string} words */
  const sendsAlone = (words) => says(words) === 'send' && SENDS_ALONE.test(plain(words));

  return { says, sendsAlone };
})();
