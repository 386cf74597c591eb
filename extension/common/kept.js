/** How the history on this computer stands, in words: the popup and the toolbar's button say the same. */

/**
 * @typedef {{kept?: import('./messages.js').Kept, keeping?: string}} Standing
 * @param {Standing} standing
 * @returns {string} the name of the sentence; '' where nothing is kept on disk
 */
export const keptSentence = ({ kept = 'none', keeping }) =>
  ({ open: keeping === 'chosen' ? 'popup_kept_chosen' : 'popup_kept', locked: 'popup_kept_locked', none: '' })[kept];
