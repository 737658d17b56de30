// Letters on their way into a field: what is pasted, and the letter of the key that asked for the keyboard.
#pragma once
#include <string>
#include <string_view>

#include "app/widgets/memory.h"

namespace pegboard {

/// Pasted words without what nobody sees: spaces of other widths are spaces, marks without a width fall away. A secret
/// stays as it is.
std::string pasted(std::string_view words, bool secret);
/// The letter key that brought the keyboard to a field, if one did: Space on the field, else the key a screen answered.
ImGuiKey asking_key(const WidgetMemory& m, bool by_screen, bool by_keys);
/// A key that asked for the keyboard comes as a letter a frame later: that one is not typed. Nothing else is dropped.
void drop_asking_letter(const WidgetMemory& m, FieldEdit& field);

}  // namespace pegboard
