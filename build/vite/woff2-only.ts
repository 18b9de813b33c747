import type { Plugin } from 'vite';

/**
 * Drops the `.woff` twins of the screen fonts: Chromium reads woff2, and half of what
 * we ship would never be opened.
 */
export function woff2Only(): Plugin {
  return {
    name: 'ikusei-woff2-only',
    generateBundle(_options, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        if (name.endsWith('.woff')) delete bundle[name];
        if (output.type === 'asset' && name.endsWith('.css')) {
          output.source = String(output.source).replaceAll(
            /,\s*url\([^)]*\.woff\)\s*format\(["']?woff["']?\)/gu,
            '',
          );
        }
      }
    },
  };
}
