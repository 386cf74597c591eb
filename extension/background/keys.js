/**
 * This browser's pairing: its id and its key, in IndexedDB, where no content script can read and the key itself cannot be taken out. The
 * port is in `storage.local`. Nothing about any site is kept with them.
 */

const DATABASE = 'netcurtain';
const STORE = 'pairing';
export const DEFAULT_PORT = 27427;

/** @typedef {{browser: string, secret: CryptoKey}} Pairing */

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} work
 * @returns {Promise<T>}
 */
async function within(mode, work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const asked = work(database.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  } finally {
    database.close();
  }
}

/**
 * The pairing, where there is one; `removed` where there was one and the app has ended it.
 * @returns {Promise<{pairing?: Pairing, removed: boolean}>}
 */
export async function loadPairing() {
  /** @type {Pairing | {removed: true} | undefined} */
  const kept = await within('readonly', (store) => store.get('app'));
  if (kept && 'secret' in kept) return { pairing: kept, removed: false };
  return { removed: Boolean(kept) };
}

/** @param {Pairing} pairing */
export const savePairing = (pairing) => within('readwrite', (store) => store.put(pairing, 'app'));

/** The key is gone for good; what stays is that there was one. */
export const removePairing = () => within('readwrite', (store) => store.put({ removed: true }, 'app'));

/** @returns {Promise<number>} */
export async function loadPort() {
  const { port } = await chrome.storage.local.get({ port: DEFAULT_PORT });
  return Number(port);
}

/** @param {number} port */
export const savePort = (port) => chrome.storage.local.set({ port });
