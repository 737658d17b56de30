// Dear ImGui settings for Pegboard: test hooks on, obsolete names off, FreeType on.
#pragma once
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_ENABLE_TEST_ENGINE
#define IMGUI_ENABLE_FREETYPE
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_USE_WCHAR32
#define IMGUI_DEFINE_MATH_OPERATORS
#define ImDrawIdx unsigned int
