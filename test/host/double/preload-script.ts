/**
 * The built preload as a script for the page: it finds the two modules a sandboxed
 * preload may require. It runs in the page's own world — this host cannot imitate
 * Electron's isolated one — so what it exposes is frozen.
 *
 * @param source the built CommonJS preload
 * @param origin the only origin that gets an API, as Electron's preload runs only in
 *   pages that main loads
 */
export function preloadScript(source: string, origin: string): string {
  return `(() => {
  if (location.origin !== ${JSON.stringify(origin)} || window !== window.top) return;
  const invoke = window.__ikuseiHostInvoke;
  const listeners = new Map();
  const freeze = (value) => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, value) =>
        Object.defineProperty(window, name, { value: freeze(value), enumerable: true }),
    },
    ipcRenderer: {
      invoke: async (channel, ...args) =>
        JSON.parse(await invoke(JSON.stringify({ channel, args }))).value,
      on: (channel, listener) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
      removeListener: (channel, listener) => {
        const kept = (listeners.get(channel) ?? []).filter((known) => known !== listener);
        listeners.set(channel, kept);
      },
    },
  };
  Object.defineProperty(window, '__ikuseiHostDeliver', {
    value: (text) => {
      const { channel, args } = JSON.parse(text);
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error('a sandboxed preload cannot require ' + name);
  };
  const module = { exports: {} };
  ((require, module, exports) => {
${source}
  })(require, module, module.exports);
})();`;
}
