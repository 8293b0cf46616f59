/** Loads a library from this server on first use, once. Addresses are relative to the page. */
const loading = new Map();

const once = (address, node) => {
  if (!loading.has(address)) {
    loading.set(address, new Promise((resolve, reject) => {
      node.addEventListener('load', resolve);
      node.addEventListener('error', () => {
        loading.delete(address);
        node.remove();
        reject(new Error(`${address} cannot be loaded`));
      });
      document.head.append(node);
    }));
  }
  return loading.get(address);
};

/** Loads a classic script, which defines a global on `window`. */
export function script(address) {
  return once(address, Object.assign(document.createElement('script'), { src: address }));
}

export function style(address) {
  return once(address, Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }));
}
