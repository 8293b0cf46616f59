@echo off
rem Runs Qorpus with the JDK of JAVA_HOME, or else the java on PATH: 21 or newer.
setlocal
set "product=%~dp0"
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
set "collector=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if /i "%~1"=="serve" set "collector=-XX:+UseParallelGC"
if /i "%~1"=="eval" set "collector=-XX:+UseParallelGC"
if /i "%~1"=="check" set "collector=-XX:+UseParallelGC"
"%java%" %collector% --enable-native-access=ALL-UNNAMED -cp "%product%qorpus-web.jar" dev.qorpus.web.cli.Main %*
exit /b %ERRORLEVEL%
