import type { Page } from 'playwright-core';
import type { AppDriver } from '../support/app-driver';
import { outsideConnections } from '../support/process-connections';

type Heard = { violations: string[] };

/** Notes every violation of the page's policy, those before this call too. */
export async function watchViolations(app: AppDriver): Promise<() => Promise<string[]>> {
  await app.page.evaluate(() => {
    const heard: Heard = { violations: [] };
    Reflect.set(window, 'heard', heard);
    new ReportingObserver(
      (reports) => {
        for (const { body } of reports) heard.violations.push(JSON.stringify(body));
      },
      { types: ['csp-violation'], buffered: true },
    ).observe();
    document.addEventListener('securitypolicyviolation', (event) => {
      heard.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return () =>
    app.page.evaluate(() => {
      const heard: unknown = Reflect.get(window, 'heard');
      return typeof heard === 'object' && heard !== null && 'violations' in heard
        ? (heard.violations as string[])
        : ['the page was loaded anew'];
    });
}

/** Every address the page asked for, before and after this call. */
async function requestsOf(page: Page): Promise<() => Promise<string[]>> {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return async () => [
    ...asked,
    ...(await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    )),
  ];
}

export function originOf(page: Page): string {
  return new URL(page.url()).href.replace(/^(\w+:\/\/[^/]+).*$/u, '$1');
}

export function outsideOf(origin: string, urls: readonly string[]): string[] {
  return urls.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob):/u.test(url));
}

/**
 * Watches an application from now on.
 *
 * @returns what has broken the page's policy or went out of this computer so far
 */
export async function watchBounds(app: AppDriver): Promise<() => Promise<string[]>> {
  const violations = await watchViolations(app);
  const requests = await requestsOf(app.page);
  const mainPid = await app.evaluateMain(() => process.pid, null);
  return async () => {
    const asked = await requests();
    const connections = process.platform === 'linux' ? outsideConnections(mainPid) : [];
    return [
      ...(await violations()),
      ...(asked.length === 0 ? ['no request was heard of, not even the page itself'] : []),
      ...outsideOf(originOf(app.page), asked),
      ...connections.map((connection) => JSON.stringify(connection)),
    ];
  };
}
