// What Swift cannot say by itself: macros and functions that take any GObject.
#include <cairo/cairo.h>
#include <cairo/cairo-pdf.h>
#include <harfbuzz/hb.h>
#include <pango/pangocairo.h>

static inline void cp_unref(void *object) { g_object_unref(object); }

/// Whether Pango found no font for a glyph; then `scalar` is the character that it stands for.
static inline int cp_is_unknown(PangoGlyph glyph, uint32_t *scalar) {
  if (glyph == PANGO_GLYPH_EMPTY || !(glyph & PANGO_GLYPH_UNKNOWN_FLAG)) return 0;
  *scalar = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
  return 1;
}

/// Whether the font draws this variation of a character itself.
static inline int cp_has_variation(PangoFont *font, uint32_t base, uint32_t selector) {
  hb_codepoint_t glyph;
  return hb_font_get_variation_glyph(pango_font_get_hb_font(font), base, selector, &glyph);
}

/// Adds an attribute for bytes from..<to.
static inline void cp_add(PangoAttrList *list, PangoAttribute *attribute, guint from, guint to) {
  attribute->start_index = from;
  attribute->end_index = to;
  pango_attr_list_insert(list, attribute);
}

static inline PangoGlyphItem *cp_item(GSList *list) { return (PangoGlyphItem *)list->data; }
