// One text face, served from this site: Inter (SIL Open Font License, see inter-OFL.txt), Latin letters only. In a style
// sheet each page would be laid out twice: the theme sets the address of every sheet anew, and with it the face.

document.fonts.add(
  new FontFace("Inter", `url("${new URL("inter-latin.woff2", document.currentScript.src)}") format("woff2")`, {
    weight: "100 900",
    display: "swap",
    unicodeRange:
      "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, " +
      "U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
  }),
);
