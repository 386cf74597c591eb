/**
 * The shapes of the messages, for the type checker alone: docs/PROTOCOL.md tells what they mean, core/observation.py and
 * core/instruction.py in the app are the other side. Nothing here runs.
 *
 * @typedef {'warning' | 'notice' | 'nothing_seen'} Level
 * @typedef {'without_companies' | 'not_now' | 'as_it_is' | 'leave'} Choice
 * @typedef {'forget_soon' | 'until_close' | 'chosen' | 'days_7' | 'days_30'} Keeping
 * @typedef {'none' | 'locked' | 'open'} Kept
 * @typedef {'stored' | 'in_memory' | 'not_wanted' | 'locked' | 'unknown_page' | 'disk'} Stored
 * @typedef {'usual' | 'never' | 'always'} Asks
 * @typedef {'sensitive' | 'possibly' | 'no'} FormLevel
 * @typedef {'attempted' | 'sent' | 'answered' | 'stopped_by_us' | 'stopped_by_another'} Fate
 *
 * @typedef {{id: string, page: string, url: string, type: string, method: string, initiator: string, frame: number, time: number,
 *   has_body: boolean, count?: number, redirected_from?: string}} SeenRequest
 * @typedef {{request: string, page: string, fate: Fate, status?: number, cookies?: string[]}} RequestFate
 * @typedef {'before_choice' | 'refused' | 'accepted'} Consent
 * @typedef {'plain' | 'percent' | 'base64' | 'hex' | 'md5' | 'sha1' | 'sha256' | 'sha512'} Written
 *
 * @typedef {{tag: string, type: string, name: string, id: string, label: string, placeholder: string, aria_label: string,
 *   autocomplete: string, required: boolean, options: string[]}} FormField
 * @typedef {{page_url: string, title: string, headings: string[], form: {action: string, method: string, fields: FormField[],
 *   legends: string[], buttons: string[]}, text_near: string, language: string}} FormDescriptor
 *
 * @typedef {{domains?: string[], url_filter?: string, regex?: string, types?: string[], excluded_types?: string[],
 *   excluded_domains?: string[], match_case?: boolean, allow?: boolean}} BlockRule
 * @typedef {{arrival?: string, told?: string[], not_seen?: string, details?: string[], unstoppable?: string, ways?: string[]}}
 *   CardWords
 * @typedef {{companies: string[], hosts: string[], rules: BlockRule[]}} FromTheStart
 * @typedef {{form: string, level: Level, form_level: FormLevel}} FormVerdict
 * @typedef {{type: 'verdict', page: string, level: Level, forms?: FormVerdict[], companies?: string[], site?: string, answered?: boolean,
 *   left_out?: boolean, paused?: boolean, unkept?: boolean, asks?: Asks, words?: CardWords, rules?: BlockRule[]}} Verdict
 *
 * @typedef {{type: 'page', page: string, tab: number, url: string, private: boolean, time: number, title?: string, from_start?: boolean,
 *   paused?: boolean, unkept?: boolean}} PageOpened
 * @typedef {PageOpened
 *   | {type: 'page_changed', page: string, url?: string, title?: string}
 *   | {type: 'page_closed', page: string, time?: number}
 *   | {type: 'front', page?: string}
 *   | {type: 'requests', requests: SeenRequest[]}
 *   | {type: 'fates', fates: RequestFate[]}
 *   | {type: 'body', request: string, page: string, form?: Record<string, string[]>, raw?: string, kind?: string}
 *   | {type: 'pressed', page: string, words: string}
 *   | {type: 'consent', page: string, consent: Consent, time: number}
 *   | {type: 'server_clock', page: string, host: string, offset: number}
 *   | {type: 'typed', page: string, request: string, host: string, label: string, written: Written, time: number, kind?: string,
 *       fate?: Fate}
 *   | {type: 'set_up', page: string, request: string, text?: string}
 *   | {type: 'form', page: string, form: string, descriptor: FormDescriptor}
 *   | {type: 'form_gone', page: string, form: string}
 *   | {type: 'submission', submission: string, page: string, form: string, held: boolean, time: number}
 *   | {type: 'choice', submission: string, page: string, choice: Choice}
 *   | {type: 'departed', submission: string, page: string, left: boolean}
 *   | {type: 'popup', page: string}
 *   | {type: 'pause', page: string, paused: boolean}
 *   | {type: 'correct', page: string, sensitive?: boolean}
 *   | {type: 'dont_keep', page: string}
 *   | {type: 'erase'}
 *   | {type: 'open_app'}} Observation
 *
 * @typedef {Verdict
 *   | {type: 'welcome', version: number, app: string, run: string, mode: 'desktop' | 'serve'}
 *   | {type: 'please_update', side: 'app' | 'extension'}
 *   | {type: 'paired', key: string}
 *   | {type: 'refused', why: string}
 *   | {type: 'body_wanted', request: string, page: string}
 *   | {type: 'choice_made', submission: string, page: string, choice: Choice}
 *   | {type: 'submission_seen', submission: string, page: string, stored: Stored}
 *   | {type: 'departed_words', submission: string, page: string, text: string}
 *   | {type: 'page_words', page: string, headline: string, told?: string[], not_seen?: string, paused?: boolean,
 *       unkept?: boolean, form?: FormLevel, asks?: Asks}
 *   | {type: 'erased', gone: boolean}
 *   | {type: 'standing', keeping: Keeping, from_the_start?: FromTheStart, kept?: Kept, in_window?: boolean}} Instruction
 *
 * Between a page's content scripts and the background:
 * @typedef {{linked: boolean, inWindow: boolean}} Linked whether the app is there, and whether its window asks
 * @typedef {Verdict & {inWindow?: boolean}} Asked what the card says, and whether the app's window asks
 * @typedef {{kind: 'form', form: string, descriptor: FormDescriptor, actions: string[]}
 *   | {kind: 'form_gone', form: string}
 *   | {kind: 'submission', submission: string, form: string, held: boolean, time: number, unchecked?: boolean}
 *   | {kind: 'choice', submission: string, choice: Choice, action: string}
 *   | {kind: 'title', title: string}
 *   | {kind: 'going', actions: string[]}
 *   | {kind: 'pressed', words: string}
 *   | {kind: 'consent', consent: Consent, time: number}
 *   | {kind: 'typing', typing: boolean}
 *   | {kind: 'typed', request: string, label: string, written: Written}
 *   | {kind: 'leave'}} FromTab
 * @typedef {{kind: 'verdict', verdict: Verdict}
 *   | ({kind: 'link'} & Linked)
 *   | {kind: 'choice_made', submission: string, choice: Choice}
 *   | {kind: 'line', text: string}
 *   | {kind: 'leave'}
 *   | {kind: 'describe'}
 *   | {kind: 'asking'}
 *   | {kind: 'request', request: string, url: string, form?: Record<string, string[]>, raw?: string}} ToTab `raw` is base64
 *
 * Over a port, by its name. `ask_top`: a form in a frame is asked about in the page around it.
 * @typedef {{kind: 'ask', verdict: Asked} | {kind: 'tell', verdict: Asked} | {kind: 'say', text: string}} FromFrame
 * @typedef {{kind: 'asking'} | {kind: 'choice', choice: Choice}} FromTop
 * `ask_outside`: the card wants to be asked for in a window of our own; null where nobody answered there
 * @typedef {{kind: 'again'}} ToOutside
 * @typedef {{choice: Choice | null}} FromOutside
 */

export {};
