declare module "*?worker&inline" {
  const InlineWorker: new () => Worker;
  export default InlineWorker;
}
declare module "*.css";
declare module "graphology-layout-forceatlas2/iterate.js";
