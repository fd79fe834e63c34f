@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts nn. JAVA_HOME wins over PATH; NN_JAVA_OPTS passes options to the JVM; NN_CACHE is the directory that keeps class
rem data for faster starts, cache beside bin if it is not set, none if it is off.
setlocal
for %%d in ("%~dp0..") do set "NN_BASE=%%~fd"

if defined JAVA_HOME goto home
set "NN_JAVA=java.exe"
where /q java.exe && goto run
echo error: no Java found on PATH 1>&2
echo hint: install Java 17 or newer, or set JAVA_HOME 1>&2
exit /b 2

:home
set "NN_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%NN_JAVA%" goto version
echo error: JAVA_HOME is %JAVA_HOME%, which has no bin\java.exe 1>&2
echo hint: point JAVA_HOME at a JDK 17 or newer, or unset it 1>&2
exit /b 2

rem The JDK states its version in a file: no second JVM needs to start to learn it.
:version
set "NN_VERSION=0"
if exist "%JAVA_HOME%\release" for /f "tokens=2 delims==" %%v in ('findstr /b /c:"JAVA_VERSION=" "%JAVA_HOME%\release"') do set "NN_VERSION=%%~v"
set "NN_MAJOR=0"
for /f "delims=.-+" %%m in ("%NN_VERSION%") do set "NN_MAJOR=%%m"
set "NN_OPTIONS="
if %NN_MAJOR% geq 24 set "NN_OPTIONS=-Xlog:all=warning,cds*=off,aot*=off:stderr --enable-native-access=ALL-UNNAMED,org.jline.nativ --sun-misc-unsafe-memory-access=allow"

rem Loaded classes that a JVM keeps for the next; from 19 on it makes the archive by itself, and again if it does not fit.
rem They hold where the jars lie: a copy, and another install that shares NN_CACHE, has an archive of its own, and a folder
rem whose name a URL writes otherwise has none.
if %NN_MAJOR% lss 19 goto run
set NN_BASE | findstr /i /r /c:"[^abcdefghijklmnopqrstuvwxyz0123456789:\\/._+@,=~-]" >nul && goto run
set "NN_PLACE=%NN_BASE::=_%"
set "NN_PLACE=%NN_PLACE:\=_%"
set "NN_PLACE=%NN_PLACE:/=_%"
if not defined NN_CACHE set "NN_CACHE=%NN_BASE%\cache"
if "%NN_CACHE%" == "off" goto run
if not exist "%NN_CACHE%" mkdir "%NN_CACHE%" 2>nul
if not exist "%NN_CACHE%" goto run
set NN_OPTIONS=%NN_OPTIONS% -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%NN_CACHE%\java-%NN_VERSION%-%NN_PLACE%.archive"

:run
rem What a server needs stands apart: no other command starts slower for it.
set "NN_MODULES=%NN_BASE%\lib"
if "%~1" == "serve" set "NN_MODULES=%NN_BASE%\lib;%NN_BASE%\lib\serve"
if "%~1" == "serve" set NN_OPTIONS=%NN_OPTIONS% --add-modules dev.nn4j.serve
rem What is over at once needs no code that is compiled to be fast for long.
for %%c in ("" inspect plugins completion help --help -h --version -V) do if "%~1" == "%%~c" set NN_OPTIONS=%NN_OPTIONS% -XX:TieredStopAtLevel=1
"%NN_JAVA%" -XX:+UseSerialGC -Xmn8m -XX:SurvivorRatio=2 -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=warning,cds*=off:stderr %NN_OPTIONS% "-Dnn.home=%NN_BASE%" %NN_JAVA_OPTS% -p "%NN_MODULES%" -m dev.nn4j.cli/dev.nn4j.cli.Main %*
exit /b %ERRORLEVEL%
