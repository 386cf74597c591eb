/** How the extension and its tests are linted: the recommended rules, and a few that keep the code plain. */

import js from '@eslint/js';
import globals from 'globals';

const CONTENT = [
  'Document', 'Listeners', 'Slices', 'Roots', 'Answers', 'Machine', 'Words', 'Controls', 'Names', 'Fields', 'Around', 'Scene', 'Shape',
  'Pressed', 'Consent', 'Style', 'Line', 'TopLayer', 'OnTop', 'Outside', 'Shifts', 'Exits', 'OwnEvents', 'Cover',
  'Card', 'Asking', 'Decision', 'Release', 'Submission', 'Submits', 'Forms', 'Hashes', 'Spellings', 'Needles', 'Carried',
  'Typed', 'Uuid', 'SendWords', 'Sending', 'Replay', 'Presses',
];
const shared = Object.fromEntries(CONTENT.map((part) => [`netcurtain${part}`, 'readonly']));

export default [
  { ignores: ['**/node_modules/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-len': ['error', { code: 140, ignoreUrls: true }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-console': ['error', { allow: ['error'] }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', { varsIgnorePattern: '^_$', argsIgnorePattern: '^_', caughtErrors: 'all' }],
    },
  },
  {
    files: ['**/extension/{ask,background,common,options,popup}/**/*.js'],
    languageOptions: { sourceType: 'module', globals: { ...globals.browser, chrome: 'readonly' } },
    rules: { 'no-restricted-properties': ['error', { property: 'innerHTML', message: 'Text of a page must stay text.' }] },
  },
  {
    // Classic scripts that share one world: each defines one name that those after it use.
    files: ['**/extension/content/*.js'],
    languageOptions: { sourceType: 'script', globals: { ...globals.browser, ...shared, chrome: 'readonly' } },
    rules: {
      'no-redeclare': ['error', { builtinGlobals: false }],
      'no-unused-vars': ['error', { varsIgnorePattern: '^(netcurtain[A-Z].*)$', caughtErrors: 'all' }],
      'no-restricted-properties': ['error', { property: 'innerHTML', message: 'Text of a page must stay text.' }],
    },
  },
  {
    files: ['**/tests/extension/*.js'],
    languageOptions: { sourceType: 'module', globals: { ...globals.node, chrome: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
];
