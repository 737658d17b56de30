# Writes a source with the SHA-256 of a file: cmake -DIN=library.db -DOUT=built_in_checksum.cpp -P checksum.cmake
file(SHA256 ${IN} sum)
file(WRITE ${OUT} "// Made by the build.\nnamespace pegboard {\nextern const char* const built_in_checksum;\nconst char* const built_in_checksum = \"${sum}\";\n}  // namespace pegboard\n")
