# Writes OUT, a C++ file with the FILES (sorted by name) as raw strings:
#   namespace pegboard { extern const std::vector<std::pair<std::string, std::string>> schema_steps; }
list(SORT FILES)
set(text "#include <string>\n#include <utility>\n#include <vector>\nnamespace pegboard {\n")
string(APPEND text "extern const std::vector<std::pair<std::string, std::string>> schema_steps;\n")
string(APPEND text "const std::vector<std::pair<std::string, std::string>> schema_steps = {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} content)
  string(APPEND text "{\"${name}\", R\"peg(${content})peg\"},\n")
endforeach()
string(APPEND text "};\n}\n")
file(WRITE ${OUT} "${text}")
