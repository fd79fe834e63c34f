@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts nn. JAVA_HOME wins over PATH; NN_JAVA_OPTS passes options to the JVM.
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
if exist "%NN_JAVA%" goto run
echo error: JAVA_HOME is %JAVA_HOME%, which has no bin\java.exe 1>&2
echo hint: point JAVA_HOME at a JDK 17 or newer, or unset it 1>&2
exit /b 2

:run
"%NN_JAVA%" -XX:+UseSerialGC -Xshare:auto -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=warning:stderr "-Dnn.home=%NN_BASE%" %NN_JAVA_OPTS% -p "%NN_BASE%\lib" -m dev.nn4j.cli/dev.nn4j.cli.Main %*
exit /b %ERRORLEVEL%
