// What a journey needs, in one import.
export { axe } from "./axe.mjs";
export { host } from "./host.mjs";
export { pictures, scrollsSideways } from "./pictures.mjs";
export { profile } from "./profile.mjs";
export { BASE, site } from "./site.mjs";
export { PHONE, TABLET, TABLET_UPRIGHT, visit } from "./visit.mjs";
