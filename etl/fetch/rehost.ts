/** Official hosts served from elsewhere: a mirror of one's own, or a server that plays them in tests. */
import type { Downloader } from './download.ts';

/** Origin of an official address → what to ask instead: `https://www.data.gouv.fr` → `http://127.0.0.1:4000/data-gouv`. */
export type Hosts = Readonly<Record<string, string>>;

export function rehost(url: string, hosts: Hosts): string {
  const host = Object.keys(hosts).find((origin) => url === origin || url.startsWith(`${origin}/`));
  return host === undefined ? url : `${hosts[host]}${url.slice(host.length)}`;
}

/** A downloader that asks the other hosts, and still tells the official addresses. */
export function rehosted(downloader: Downloader, hosts: Hosts): Downloader {
  return {
    download: async (url, options) => ({ ...(await downloader.download(rehost(url, hosts), options)), url }),
  };
}
