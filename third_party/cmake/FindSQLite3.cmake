# SQLiteCpp asks for SQLite::SQLite3; we answer with SQLCipher alone, so that no unencrypted
# SQLite is linked beside it.
find_package(PkgConfig REQUIRED)
pkg_check_modules(PEGBOARD_SQLCIPHER REQUIRED IMPORTED_TARGET GLOBAL sqlcipher)
if(NOT TARGET SQLite::SQLite3)
  add_library(SQLite::SQLite3 INTERFACE IMPORTED GLOBAL)
  target_link_libraries(SQLite::SQLite3 INTERFACE PkgConfig::PEGBOARD_SQLCIPHER)
  target_compile_definitions(SQLite::SQLite3 INTERFACE SQLITE_HAS_CODEC)
endif()
# sqlcipher.pc states SQLite's version; SQLCipher 4 began with SQLite 3.25.
set(SQLite3_VERSION ${PEGBOARD_SQLCIPHER_VERSION})
if(SQLite3_VERSION VERSION_LESS 3.30)
  message(FATAL_ERROR "SQLCipher 4 is needed; this one stands on SQLite ${SQLite3_VERSION}. Run third_party/install.")
endif()
set(SQLite3_FOUND TRUE)
