/** The requirements classes that hold here; none is declared that a test does not read. */
const features = (part: number, name: string) => `http://www.opengis.net/spec/ogcapi-features-${part}/1.0/conf/${name}`;
const tiles = (name: string) => `http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/${name}`;

export const conformanceClasses: readonly string[] = [
  'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections',
  features(1, 'core'),
  features(1, 'oas30'),
  features(1, 'html'),
  features(1, 'geojson'),
  features(2, 'crs'),
  features(3, 'queryables'),
  features(3, 'queryables-query-parameters'),
  tiles('core'),
  tiles('tileset'),
  tiles('tilesets-list'),
  tiles('geodata-tilesets'),
  tiles('mvt'),
  'http://www.opengis.net/spec/tms/2.0/conf/tilematrixset',
  'http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset',
];
